-- CreateTable
CREATE TABLE "StoredSecret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL,
    "storedAt" DATETIME NOT NULL
);
