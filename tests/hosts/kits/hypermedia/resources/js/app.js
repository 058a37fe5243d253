import Alpine from 'alpinejs'

Alpine.data('alert', () => ({
  isVisible: true,
  dismiss() {
    this.isVisible = false
  },
}))

Alpine.start()
