-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "owner" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "taskId" TEXT,
    "detail" TEXT
);

-- CreateIndex
CREATE INDEX "AuditEntry_taskId_id_idx" ON "AuditEntry"("taskId", "id");

-- CreateIndex
CREATE INDEX "Task_status_errorCode_idx" ON "Task"("status", "errorCode");
