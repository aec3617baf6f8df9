// What a person does with the page; it ends with a report of what was seen. It is put into the page by `browse.rs`.
(async () => {
  const report = { errors: window.pageErrors };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
  const query = document.getElementById("query");
  const press = (target, key) => target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const heading = () => document.querySelector("main h1").textContent;
  const results = () => [...document.querySelectorAll("[role=option]")].map((row) => row.textContent);
  const type = async (text) => {
    query.value = text;
    query.dispatchEvent(new Event("input"));
    await pause();
  };
  try {
    report.home = heading();
    report.all = results();
    press(document.body, "/");
    report.focus = document.activeElement.id;
    await type("lines");
    report.found = results();
    press(query, "Enter");
    await pause();
    report.field = [heading(), location.hash, document.querySelector("tr.aim .key").textContent];
    const line = [...document.querySelectorAll("main td a")].find((link) => link.textContent === "Line");
    line.click();
    await pause();
    report.followed = [heading(), location.hash, document.title];
    const sections = [...document.querySelectorAll("main section")].map((section) => section.textContent);
    report.usedBy = sections.find((text) => text.startsWith("Used by"));
    report.graph = {
      boxes: [...document.querySelectorAll(".graph a text")].map((text) => text.textContent),
      cycles: document.querySelectorAll(".graph path.cycle").length,
    };
    history.back();
    await pause();
    report.back = heading();
    await type("");
    press(document.body, "j");
    press(document.body, "j");
    report.second = document.querySelector("[aria-selected=true]").textContent;
    location.hash = "#" + encodeURIComponent("<\/script><b>Bold");
    await pause();
    report.unknown = document.querySelector("main").textContent;
    report.html = document.querySelectorAll("main b, main img, main script, main i:not([class])").length;
    document.getElementById("theme").click();
    report.theme = document.documentElement.dataset.theme;
  } catch (error) {
    report.failed = String(error.stack || error);
  }
  const shown = document.createElement("pre");
  shown.id = "report";
  shown.textContent = JSON.stringify(report);
  document.body.append(shown);
})();
