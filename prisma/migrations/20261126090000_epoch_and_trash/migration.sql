-- CreateTable
CREATE TABLE "Epoch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "line" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0
);

-- AlterTable
ALTER TABLE "Task" ADD COLUMN "purgedAt" DATETIME;

-- CreateIndex
CREATE INDEX "Image_sha256_idx" ON "Image"("sha256");
