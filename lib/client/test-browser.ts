// What browsers have and jsdom has not; imported for its effect by tests that draw or upload.

if (typeof window !== 'undefined') {
  Blob.prototype.arrayBuffer ??= function readBytes(this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () =>
        typeof reader.result === 'object' && reader.result
          ? resolve(reader.result)
          : reject(new Error('unread'))
      reader.onerror = () => reject(reader.error)
      reader.readAsArrayBuffer(this)
    })
  }

  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement): void {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement): void {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
}
