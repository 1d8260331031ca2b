-- AlterTable
ALTER TABLE "Task" ADD COLUMN "notDoneAt" DATETIME;

-- CreateTable
CREATE TABLE "ClipLife" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "gateway" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "resolution" TEXT NOT NULL,
    "fromMs" INTEGER NOT NULL,
    "untilMs" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "ClipLife_gateway_id_idx" ON "ClipLife"("gateway", "id");
