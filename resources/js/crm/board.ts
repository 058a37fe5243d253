/** Lets cards be dragged to another stage; dropping one sends the card's own form. */
export function enableBoard() {
  const board = document.querySelector<HTMLElement>('[data-board]')
  if (!board) return

  let dragged: HTMLElement | null = null

  for (const card of board.querySelectorAll<HTMLElement>('[data-board-card]')) {
    if (card.querySelector('select[name=stage_id]')) card.draggable = true
  }

  board.addEventListener('dragstart', (event) => {
    dragged = (event.target as Element).closest<HTMLElement>('[data-board-card]')
    dragged?.classList.add('is-dragged')
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  })

  board.addEventListener('dragend', () => {
    dragged?.classList.remove('is-dragged')
    dragged = null
    mark(null)
  })

  board.addEventListener('dragover', (event) => {
    const stage = stageUnder(event)
    if (!dragged || !stage) return
    event.preventDefault()
    mark(stage)
  })

  board.addEventListener('drop', (event) => {
    const stage = stageUnder(event)
    if (!dragged || !stage || stage.contains(dragged)) return
    event.preventDefault()
    const select = dragged.querySelector<HTMLSelectElement>('select[name=stage_id]')
    if (!select?.form) return
    select.value = stage.dataset.boardStage ?? ''
    stage.querySelector('.crm-board__cards')?.prepend(dragged)
    select.form.requestSubmit()
  })

  function mark(target: Element | null) {
    for (const stage of board!.querySelectorAll('[data-board-stage]')) {
      stage.classList.toggle('is-target', stage === target)
    }
  }
}

function stageUnder(event: Event) {
  return (event.target as Element).closest<HTMLElement>('[data-board-stage]')
}
