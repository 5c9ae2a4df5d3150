"use strict";
// The page is whole without this script. It opens what a deep link points into, unfolds
// everything on request (paper shows what is unfolded), filters, and makes the table of
// teams and checks one stop for the keyboard. The address holds all of it, and can be
// shared: first the place, then the filter, as in #team-2-ORD-05&group=ORD.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const folds = () => all("details");
  const bar = document.querySelector(".filter");
  if (!bar) return;
  bar.hidden = false;
  const fields = all("input, select", bar);
  const said = bar.querySelector("[role=status]");
  const button = bar.querySelector("button");
  const board = document.querySelector(".board");
  const teams = all(".team");
  const silent = (status) => !["ok", "flag", "watch"].includes(status);

  // A finding knows its team and check by its id, and its status by what shows it.
  const findings = new Map(teams.map((team) => [team, all("[id]", team).flatMap((at) => {
    const check = at.id.startsWith(team.id + "-") && /^([A-Z]{3})-\d\d$/.exec(at.id.slice(team.id.length + 1));
    if (!check) return [];
    const status = at.classList.contains("card") ? at.classList[1] : at.classList.contains("well") ? "ok" : "";
    return [{ at, group: check[1], status }];
  })]));

  const wanted = () => Object.fromEntries(fields.map((f) => [f.name, f.value.trim()]));
  const fits = (want, group, status) => (!want.group || want.group === group) &&
    (!want.status || (want.status === "silent" ? silent(status) : want.status === status));

  const filter = () => {
    const want = wanted();
    const some = want.group || want.status;
    const name = (want.team || "").toLowerCase();
    let shownTeams = 0, shownFindings = 0;
    for (const [team, list] of findings) {
      const shown = list.filter((f) => fits(want, f.group, f.status));
      team.hidden = !team.querySelector("h2").textContent.toLowerCase().includes(name) || (some && !shown.length);
      for (const f of list) f.at.hidden = !shown.includes(f);
      const kept = (within) => !some || shown.some((f) => within.contains(f.at));
      for (const part of all("section, .also, .why, .silent li", team)) part.hidden = !kept(part);
      for (const fold of some ? all(".also", team) : []) fold.open = true;
      if (!team.hidden) shownTeams++, shownFindings += shown.length;
    }
    for (const line of all(".index li")) line.hidden = document.getElementById(line.firstElementChild.hash.slice(1)).hidden;
    for (const pattern of all(".pattern")) pattern.hidden = want.group && !pattern.id.startsWith("all-" + want.group);
    if (board) filterBoard(want);
    const count = (n, thing) => `${n} ${thing}${n === 1 ? "" : "s"}`;
    said.textContent = some || name ? `Shown: ${count(shownFindings, "check")}` + (teams.length > 1 ? ` of ${count(shownTeams, "team")}` : "") : "";
  };

  const columns = board ? all(".checks th", board).map((th) => th.textContent.slice(0, 3)) : [];
  const filterBoard = (want) => {
    const inGroup = (i) => i === 0 || !want.group || columns[i] === want.group;
    for (const [i, row] of [...board.rows].entries()) {
      if (i === 0) continue;
      [...row.cells].forEach((cell, at) => {
        cell.hidden = !inGroup(at);
        if (i > 1 && at > 0) cell.classList.toggle("off", !fits({ status: want.status }, "", cell.classList[0]));
      });
      if (i > 1) row.hidden = document.getElementById(row.cells[0].firstElementChild.hash.slice(1)).hidden;
    }
    const groups = all("[scope=colgroup]", board);
    let from = 1;
    for (const th of groups) {
      th.hidden = !inGroup(from);
      from += th.colSpan;
    }
    board.classList.toggle("roomy", columns.filter((_, i) => i > 0 && inGroup(i)).length <= 9);
    rove();
  };

  // The address is read as place and filter, and written so.
  const parse = () => {
    const parts = location.hash.slice(1).split("&");
    return { place: parts[0].includes("=") ? "" : parts[0], filter: parts.filter((p) => p.includes("=")).join("&") };
  };
  const write = (place) => {
    const set = fields.filter((f) => f.value.trim()).map((f) => `${f.name}=${encodeURIComponent(f.value.trim())}`);
    history.replaceState(null, "", "#" + [place, ...set].filter(Boolean).join("&"));
  };
  const restore = (text) => {
    const values = new URLSearchParams(text);
    for (const f of fields) f.value = values.get(f.name) || "";
    for (const f of fields) if (f.selectedIndex === -1) f.value = "";
    filter();
  };

  const reveal = () => {
    const { place, filter: kept } = parse();
    if (kept || !place) restore(kept);
    const target = place && document.getElementById(place);
    if (!target) return;
    if (target.closest("[hidden]")) restore("");
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    target.scrollIntoView();
    if (!kept && fields.some((f) => f.value)) write(place);
  };
  addEventListener("hashchange", reveal);
  for (const f of fields) f.addEventListener("input", () => { filter(); write(""); });

  const label = () => { button.textContent = folds().every((d) => d.open) ? "Fold all" : "Unfold all"; };
  button.addEventListener("click", () => {
    const open = !folds().every((d) => d.open);
    folds().forEach((d) => { d.open = open; });
    label();
  });
  document.addEventListener("toggle", label, true);

  // In the table, Tab reaches one link and the arrows reach the others.
  const links = () => all("tbody a", board).filter((a) => !a.closest("[hidden], .off"));
  const rove = (to) => {
    for (const a of all("tbody a[tabindex='0']", board)) a.tabIndex = -1;
    to = to || links()[0];
    if (to) to.tabIndex = 0;
  };
  const step = (a, key) => {
    const row = a.closest("tr"), at = a.parentElement.cellIndex;
    const near = links().filter((l) => (l.closest("tr") === row) === /Left|Right/.test(key));
    const column = (l) => l.parentElement.cellIndex;
    switch (key) {
      case "ArrowRight": return near.find((l) => column(l) > at);
      case "ArrowLeft": return near.findLast((l) => column(l) < at);
      case "ArrowDown": return near.find((l) => column(l) === at && l.closest("tr").rowIndex > row.rowIndex);
      case "ArrowUp": return near.findLast((l) => column(l) === at && l.closest("tr").rowIndex < row.rowIndex);
    }
  };
  if (board) {
    for (const a of all("tbody a", board)) a.tabIndex = -1;
    rove();
    board.addEventListener("keydown", (e) => {
      const to = e.target.tagName === "A" && step(e.target, e.key);
      if (!to) return;
      e.preventDefault();
      rove(to);
      to.focus();
    });
  }
  label();
  if (location.hash) reveal();
})();
