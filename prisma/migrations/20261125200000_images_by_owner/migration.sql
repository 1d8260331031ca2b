CREATE INDEX "Image_owner_id_idx" ON "Image"("owner", "id");
