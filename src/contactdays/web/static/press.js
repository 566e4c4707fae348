// Buttons that copy a release, its address and each quotation. Where the browser cannot copy, they stay hidden.
const { quotation, copied } = document.currentScript.dataset;
const said = document.getElementById("copied");

if (navigator.clipboard && window.isSecureContext) {
  for (const button of document.querySelectorAll("button[data-copy]")) offer(button);
  for (const quote of document.querySelectorAll(".prose blockquote:has(cite)")) quote.append(offer(buttonOf(quote)));
}

function buttonOf(quote) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link noprint";
  button.dataset.copy = [...quote.children].map((each) => each.innerText).join("\n");
  button.textContent = quotation;
  return button;
}

function offer(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    await (button.dataset.from ? copyFrom(button.dataset.from) : navigator.clipboard.writeText(button.dataset.copy));
    said.textContent = copied;
  });
  return button;
}

// The promise goes into the clipboard at once: after waiting for an answer some browsers no longer let a page write.
function copyFrom(address) {
  const words = fetch(address).then((answer) => answer.blob());
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": words })]);
}
