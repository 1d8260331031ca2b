-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "name" TEXT,
    "createdAt" DATETIME NOT NULL,
    "pausedAt" DATETIME
);

-- AlterTable
ALTER TABLE "Task" ADD COLUMN "batchId" TEXT REFERENCES "Batch" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Task_batchId_idx" ON "Task"("batchId");

-- RedefineTables
CREATE TABLE "new_IdempotencyKey" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "taskId" TEXT,
    "batchId" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("owner", "key")
);
INSERT INTO "new_IdempotencyKey" ("owner", "key", "bodyHash", "taskId", "createdAt")
SELECT "owner", "key", "bodyHash", "taskId", "createdAt" FROM "IdempotencyKey";
DROP TABLE "IdempotencyKey";
ALTER TABLE "new_IdempotencyKey" RENAME TO "IdempotencyKey";
