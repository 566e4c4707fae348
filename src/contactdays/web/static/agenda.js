// Has the worker keep this page and its files for reading without a network, and drop them on signing out.
const { worker } = document.currentScript.dataset;

if (navigator.serviceWorker) {
  const kept = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.register(worker);
  if (!kept) navigator.serviceWorker.ready.then(({ active }) => active.postMessage(loaded()));
  for (const form of document.querySelectorAll('form[action$="/account/sign-out/"]'))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      caches.delete("agenda").finally(() => form.submit());
    });
}

function loaded() {
  const files = performance.getEntriesByType("resource").map((each) => each.name);
  return { page: location.href.split("#")[0], files };
}
