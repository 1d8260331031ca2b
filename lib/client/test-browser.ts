// What browsers have and jsdom has not; imported for its effect by tests that draw or upload.

if (typeof window !== 'undefined') {
  Blob.prototype.arrayBuffer ??= function readBytes(this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => {
        if (typeof reader.result !== 'object' || !reader.result) return reject(new Error('unread'))
        // In memory of Node's own: it hashes no other.
        const bytes = Buffer.alloc(reader.result.byteLength)
        bytes.set(new Uint8Array(reader.result))
        resolve(bytes.buffer)
      }
      reader.onerror = () => reject(reader.error)
      reader.readAsArrayBuffer(this)
    })
  }

  // Nothing is laid out here, so that nothing ever changes its size or its place.
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.scrollTo = () => {}
  window.scrollBy = () => {}
  HTMLMediaElement.prototype.load = () => {}
  HTMLMediaElement.prototype.pause = () => {}
  HTMLMediaElement.prototype.play = () => Promise.resolve()

  if (!('animate' in Element.prototype))
    Object.assign(Element.prototype, { animate: () => ({ cancel: () => {} }) })
  // What is shown is what a test can see.
  HTMLElement.prototype.showPopover ??= () => {}
  HTMLElement.prototype.hidePopover ??= () => {}
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement): void {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement): void {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
}
