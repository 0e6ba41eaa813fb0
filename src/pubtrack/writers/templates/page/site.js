// Search, filters, copying and colours of a publication page. Without it the page is complete, only longer to look through.
(function () {
  "use strict";
  var root = document.documentElement;
  var base = document.currentScript.src.replace(/assets\/site\.js.*$/, "");

  // Colours: automatic, light or dark; remembered where the browser lets us.
  var THEMES = { "": "automatic", light: "light", dark: "dark" };
  function remembered() { try { return localStorage.getItem("pubtrack-theme") || ""; } catch (e) { return ""; } }
  function remember(name) { try { localStorage.setItem("pubtrack-theme", name); } catch (e) { /* not allowed */ } }
  function wear(name) {
    if (!(name in THEMES)) name = "";
    if (name) root.dataset.theme = name; else delete root.dataset.theme;
    var button = document.getElementById("theme");
    if (button) {
      button.title = "Colours: " + THEMES[name];
      button.setAttribute("aria-label", button.title);
    }
  }
  root.classList.add("scripted");
  wear(remembered());

  // Data arrives through script elements, so that it also loads where a page is opened from a file.
  var data = {}, waiting = {};
  window.pubtrackData = function (name, values) {
    data[name] = values;
    (waiting[name] || []).forEach(function (done) { done(values); });
    delete waiting[name];
  };
  function load(name, done) {
    if (data[name]) return done(data[name]);
    if (waiting[name]) return waiting[name].push(done);
    waiting[name] = [done];
    var script = document.createElement("script");
    script.src = base + "data/" + encodeURIComponent(name) + ".js";
    script.onerror = function () {
      var failed = waiting[name] || [];
      delete waiting[name];
      script.remove();
      failed.forEach(function (f) { f(null); });
    };
    document.head.appendChild(script);
  }

  function copy(text, button) {
    function say(words) {
      var before = button.dataset.label || (button.dataset.label = button.textContent);
      button.textContent = words;
      setTimeout(function () { button.textContent = before; }, 1600);
      var status = document.getElementById("status");
      if (status) status.textContent = words === "Copied" ? "Copied to the clipboard." : "Could not copy.";
    }
    function byHand() {
      var area = document.createElement("textarea");
      area.value = text;
      area.className = "hide";
      (button.closest("dialog") || document.body).appendChild(area);
      area.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (e) { /* told below */ }
      area.remove();
      button.focus();
      say(done ? "Copied" : "Failed");
    }
    if (!navigator.clipboard || !window.isSecureContext) return byHand();
    navigator.clipboard.writeText(text).then(function () { say("Copied"); }, byHand);
  }

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l");
  }

  function start() {
    document.querySelectorAll(".js[hidden]").forEach(function (e) { e.hidden = false; });
    wear(remembered());
    var theme = document.getElementById("theme");
    if (theme) theme.addEventListener("click", function () {
      var names = Object.keys(THEMES);
      var next = names[(names.indexOf(root.dataset.theme || "") + 1) % names.length];
      remember(next);
      wear(next);
    });
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      button.addEventListener("click", function () {
        copy(document.getElementById(button.dataset.copy).textContent, button);
      });
    });
    if (document.getElementById("filters")) list();
  }

  function list() {
    var form = document.getElementById("filters"), search = document.getElementById("q");
    var status = document.getElementById("status"), none = document.getElementById("none");
    var clear = document.getElementById("clear"), all = document.getElementById("list");
    var selects = [].slice.call(form.querySelectorAll("select")), free = form.elements.free;
    var works = [].map.call(all.querySelectorAll(".work"), function (e) {
      return { e: e, text: null, shown: true, year: null, values: {} };
    });
    var years = [].map.call(all.querySelectorAll(".year"), function (e) { return { e: e, count: 0, shown: true }; });
    var place = 0;
    works.forEach(function (work) {
      while (!years[place].e.contains(work.e)) place++;
      work.year = years[place];
      selects.forEach(function (s) { work.values[s.name] = " " + (work.e.getAttribute("data-" + s.name) || "") + " "; });
      work.free = work.e.hasAttribute("data-free");
    });
    function text(work) {
      if (work.text === null) {
        var parts = [work.e.querySelector(".what").textContent];
        var abstract = work.e.querySelector("details p");
        if (abstract) parts.push(abstract.textContent);
        work.text = plain(parts.join(" "));
      }
      return work.text;
    }
    // The texts are made ready while nobody waits.
    var ready = 0;
    (function prepare() {
      var end = Math.min(works.length, ready + 200);
      for (; ready < end; ready++) text(works[ready]);
      if (ready < works.length) setTimeout(prepare, 0);
    })();

    function apply(keep) {
      var words = plain(search.value).split(/\s+/).filter(Boolean);
      var set = selects.filter(function (s) { return s.value; }).map(function (s) { return [s.name, " " + s.value + " "]; });
      var only = free && free.checked, shown = 0, i, j, ok, work;
      for (i = 0; i < years.length; i++) years[i].count = 0;
      for (i = 0; i < works.length; i++) {
        work = works[i];
        ok = !only || work.free;
        for (j = 0; ok && j < set.length; j++) ok = work.values[set[j][0]].indexOf(set[j][1]) >= 0;
        for (j = 0; ok && j < words.length; j++) ok = text(work).indexOf(words[j]) >= 0;
        if (ok) { shown++; work.year.count++; }
        if (ok !== work.shown) { work.e.hidden = !ok; work.shown = ok; }
      }
      years.forEach(function (year) {
        var on = year.count > 0;
        if (on !== year.shown) { year.e.hidden = !on; year.shown = on; }
      });
      var filtered = words.length || set.length || only;
      status.textContent = filtered ? shown + " of " + works.length + (works.length === 1 ? " publication" : " publications") : "";
      none.hidden = shown > 0 || !works.length;
      clear.hidden = !filtered;
      if (!keep) write();
    }
    // The address carries the filters in words, so that a link to a filtered list still holds when the list has grown.
    function write() {
      var pairs = new URLSearchParams();
      if (search.value) pairs.set("q", search.value);
      selects.forEach(function (s) { if (s.value) pairs.set(s.name, s.options[s.selectedIndex].text); });
      if (free && free.checked) pairs.set("free", "1");
      var hash = pairs.toString();
      try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch (e) { /* not allowed */ }
    }
    function read() {
      var hash = location.hash.slice(1);
      if (hash.indexOf("=") < 0) return;
      var pairs = new URLSearchParams(hash);
      search.value = pairs.get("q") || "";
      selects.forEach(function (s) {
        var texts = [].map.call(s.options, function (o) { return o.text; });
        s.selectedIndex = Math.max(0, texts.indexOf(pairs.get(s.name)));
      });
      if (free) free.checked = pairs.get("free") === "1";
      if (selects.some(function (s) { return s.value; })) more.open = true;
      apply(true);
    }
    var more = document.getElementById("more");
    if (matchMedia("(max-width: 40rem)").matches) more.open = false;
    function reset() { form.reset(); apply(); search.focus(); }

    search.addEventListener("input", function () { apply(); });
    form.addEventListener("change", function (e) { if (e.target !== search) apply(); });
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    clear.addEventListener("click", reset);
    document.getElementById("reset").addEventListener("click", reset);
    window.addEventListener("hashchange", read);

    // Keys: / searches, arrows walk from work to work, Enter opens, Escape clears.
    function visible() { return works.filter(function (w) { return w.shown; }); }
    function focus(work) { if (work) work.e.querySelector("h4 a").focus(); }
    document.addEventListener("keydown", function (e) {
      if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || document.querySelector("dialog[open]")) return;
      var at = document.activeElement, typing = /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName);
      if (e.key === "/" && !typing) { e.preventDefault(); search.focus(); search.select(); return; }
      if (at === search) {
        if (e.key === "Escape") { e.preventDefault(); if (search.value) { search.value = ""; apply(); } else search.blur(); }
        if (e.key === "ArrowDown" || e.key === "Enter") { e.preventDefault(); focus(visible()[0]); }
        return;
      }
      var li = at.closest && at.closest(".work");
      if (!li || typing) return;
      if (e.key === "Escape") { e.preventDefault(); search.focus(); return; }
      if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
      e.preventDefault();
      var shown = visible(), now = shown.findIndex(function (w) { return w.e === li; });
      if (e.key === "ArrowUp" && now === 0) search.focus();
      else focus(shown[now + (e.key === "ArrowDown" ? 1 : -1)]);
    });

    // Citing
    var dialog = document.getElementById("cite"), style = document.getElementById("style");
    var reference = document.getElementById("reference"), button = document.getElementById("copy");
    var slug = null, quoted = "";
    function fill() {
      var wanted = slug, name = style.value;
      button.disabled = true;
      reference.textContent = "…";
      load(name, function (entries) {
        if (slug !== wanted || style.value !== name) return;
        var entry = entries && entries[slug];
        button.disabled = !entry;
        if (!entry) { reference.textContent = "This style could not be loaded."; return; }
        quoted = entry[1];
        reference.innerHTML = entry[0]; // made and escaped when the page was written
      });
    }
    style.addEventListener("change", fill);
    button.addEventListener("click", function () { copy(quoted, button); });
    document.getElementById("close").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (e) { if (e.target === dialog) dialog.close(); });
    all.addEventListener("click", function (e) {
      var pressed = e.target.closest("[data-act]");
      if (!pressed) return;
      var id = pressed.closest(".work").id;
      if (pressed.dataset.act === "cite") {
        slug = id;
        fill();
        dialog.showModal();
      } else load("bibtex", function (entries) {
        if (entries && entries[id]) copy(entries[id], pressed); else status.textContent = "The BibTeX could not be loaded.";
      });
    });
    read();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
