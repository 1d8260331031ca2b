-- CreateTable
CREATE TABLE "GatewayWait" (
    "gateway" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "until" DATETIME NOT NULL,

    PRIMARY KEY ("gateway", "kind")
);

-- DropIndex
DROP INDEX "Task_status_dueAt_idx";

-- CreateIndex
CREATE INDEX "Task_status_dueAt_id_idx" ON "Task"("status", "dueAt", "id");
