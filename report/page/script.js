"use strict";
// The page is whole without this script. It opens what a deep link points into, and
// unfolds everything on request: paper shows what is unfolded.
(() => {
  const folds = () => [...document.querySelectorAll("details")];

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  const button = document.createElement("button");
  button.type = "button";
  const label = () => { button.textContent = folds().every((d) => d.open) ? "Fold all" : "Unfold all"; };
  button.addEventListener("click", () => {
    const open = !folds().every((d) => d.open);
    folds().forEach((d) => { d.open = open; });
    label();
  });
  document.addEventListener("toggle", label, true);
  if (folds().length) document.querySelector(".masthead").append(button);
  label();
})();
