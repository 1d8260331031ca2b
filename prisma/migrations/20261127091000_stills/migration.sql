-- CreateIndex
CREATE INDEX "TaskOutput_posterFrom_idx" ON "TaskOutput"("posterFrom");
