import uPlot from 'uplot'
import { chartOptions } from './chart_options.js'
import { lookOf } from './look.js'
import { numbersOf, type Numbers } from './numbers.js'

const HEIGHT = 230

/**
 * Draws a figure's table. The table stays for keyboards and screen readers, folded away once there is
 * something to see. Nothing moves, so there is no motion to reduce.
 */
export class Chart {
  #plot: uPlot | null = null

  private constructor(
    protected figure: HTMLElement,
    protected container: HTMLElement,
    protected numbers: Numbers
  ) {}

  /** The chart of a figure, or null where there is nothing to draw. */
  static in(figure: HTMLElement): Chart | null {
    const container = figure.querySelector<HTMLElement>('[data-plot]')
    const table = figure.querySelector('table')
    if (!container || !table) return null
    const chart = new Chart(figure, container, numbersOf(table))
    chart.#show()
    return chart
  }

  redraw() {
    this.#plot?.destroy()
    this.#draw()
  }

  #show() {
    this.figure.querySelector('details')!.open = false
    this.container.hidden = false
    this.#draw()
    new ResizeObserver(() => {
      this.#plot?.setSize({ width: this.container.clientWidth, height: HEIGHT })
    }).observe(this.container)
  }

  #draw() {
    const { chart, unit = '', time = '' } = this.figure.dataset
    const kind = chart === 'line' ? 'line' : 'bars'
    const options = chartOptions({
      kind,
      unit,
      time,
      numbers: this.numbers,
      look: lookOf(this.container),
    })
    const indexes = this.numbers.full.map((_, index) => index)
    this.#plot = new uPlot(
      { ...options, width: this.container.clientWidth, height: HEIGHT },
      [indexes, ...this.numbers.series.map(({ values }) => values)],
      this.container
    )
  }
}
