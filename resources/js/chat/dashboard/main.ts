import '../../../css/chat/dashboard/main.css'
import { Chart } from './chart.js'
import { onLookChange } from './look.js'

const charts = [...document.querySelectorAll<HTMLElement>('[data-chart]')]
  .map((figure) => Chart.in(figure))
  .filter((chart) => chart !== null)

onLookChange(() => charts.forEach((chart) => chart.redraw()))
