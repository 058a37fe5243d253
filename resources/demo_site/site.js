/* What a customer's own script does around the chat. */

const bikes = {
  '/': [
    'Bicycles for every day',
    'Built by hand in our workshop, tested on the way to work. Ask us anything: we ride them too.',
  ],
  '/bikes/city': [
    'The City',
    'Eight gears, hub dynamo and a basket that holds a week of groceries.',
  ],
  '/bikes/gravel': ['The Gravel', 'Wide tyres and a light frame for the road that is not one.'],
}

/** Changes the page without loading one, as single-page websites do. */
function show(path) {
  const [headline, lead] = bikes[path] ?? bikes['/']
  document.getElementById('headline').textContent = headline
  document.getElementById('lead').textContent = lead
  document.title = `${headline} | Velo Atelier`
}

for (const link of document.querySelectorAll('[data-go]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    history.pushState(null, '', link.getAttribute('href'))
    show(location.pathname)
  })
}

if (document.getElementById('headline')) {
  window.addEventListener('popstate', () => show(location.pathname))
  if (location.pathname !== '/') show(location.pathname)
}

document.getElementById('ask')?.addEventListener('click', () => window.CrmChat('open'))
