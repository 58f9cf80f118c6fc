# Drives the pages of ci/e2e/page in a headless Chromium and says what is not as it should be.
#
#     drive.py DIRECTORY [AXE]      the pages are in DIRECTORY, screenshots go there; AXE is a path of axe.min.js

import base64
import json
import pathlib
import subprocess
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

PLACE = pathlib.Path(sys.argv[1])
AXE = pathlib.Path(sys.argv[2]).read_text() if len(sys.argv) > 2 and sys.argv[2] else ""
failed = passed = 0


def check(what, truth, more=""):
    global failed, passed
    if truth:
        passed += 1
    else:
        failed += 1
        print("FAILED   %s%s" % (what, ": %s" % (more,) if more != "" else ""))


class Browser:
    def __init__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]:
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.size(1400, 1000)

    def command(self, name, **words):
        return self.driver.execute_cdp_cmd(name, words)

    def size(self, width, height):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def colours(self, theme):
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])

    def open(self, name, address=""):
        # Another address of the same page would only be a change of its end.
        self.driver.get("about:blank")
        self.logs()
        self.driver.get((PLACE / (name + ".html")).as_uri() + address)

    def run(self, script, *words):
        return self.driver.execute_script(script, *words)

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0])?.textContent ?? null", selector)

    def press(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def shot(self, name):
        time.sleep(0.3)
        self.driver.save_screenshot(str(PLACE / (name + ".png")))

    def logs(self):
        console = [entry["message"] for entry in self.driver.get_log("browser")]
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return console, asked

    def quiet(self, name):
        """Nothing on the console, and nothing asked for but the page itself."""
        console, asked = self.logs()
        check("%s: the console is empty" % name, not console, console[:3])
        own = [url for url in asked if not url.startswith(("file://" + str(PLACE), "data:", "about:"))]
        check("%s: nothing is loaded" % name, not own, own[:3])
        alert = True
        try:
            self.driver.switch_to.alert.dismiss()
        except Exception:
            alert = False
        check("%s: no alert" % name, not alert)

    def accessible(self, name):
        if not AXE:
            return
        self.run(AXE + "; window.axe = axe;")
        found = self.driver.execute_async_script(
            "const end = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((r) => end(r.violations.map((v) =>"
            " [v.id, v.impact, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary])), (e) => end([String(e)]))"
        )
        check("%s: axe finds nothing" % name, not found, found[:4])


# The ratio of two colours as WCAG 2 has it; both as "rgb(r, g, b)".
def contrast(one, other):
    def light(colour):
        parts = [float(part) / 255 for part in colour[colour.index("(") + 1:-1].split(",")[:3]]
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted([light(one), light(other)], reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


ACTIVE = "const e = document.activeElement; return [e.getAttribute('aria-label') || e.id, e.dataset.r ?? null, e.dataset.c ?? null]"
IS_OPEN = "return !document.querySelector('.panel').hidden"
STATUS = ".status"


def marks(browser, theme):
    pairs = browser.run(
        "return ['x','c','u','d','w','r'].map((letter) => { const e = document.createElement('span'); e.className = 'mark';"
        " e.dataset.v = letter; document.body.append(e); const s = getComputedStyle(e); const r = [letter, s.color, s.backgroundColor];"
        " e.remove(); return r; })"
    )
    for letter, front, back in pairs:
        ratio = contrast(front, back)
        check("%s: the mark %s is told from its tile" % (theme, letter), ratio >= 4.5, "%.2f of 4.5" % ratio)
    check("%s: every mark has its colour" % theme, len({pair[2] for pair in pairs}) == 6)
    front, back = browser.run("const s = getComputedStyle(document.body), h = getComputedStyle(document.documentElement);"
                              " return [s.color, h.backgroundColor]")
    check("%s: text on the page" % theme, contrast(front, back) >= 7)
    return back


def ten(browser):
    browser.colours("light")
    browser.open("ten")
    check("ten: the title has the decision", browser.driver.title.startswith("Not shippable"), browser.driver.title)
    check("ten: the policy is in force", "default-src 'none'" in browser.run(
        "return document.querySelector('meta[http-equiv]').content"))
    rows, columns = browser.run("const g = document.querySelector('[role=grid]'); return [+g.ariaRowCount - 1, +g.ariaColCount - 1]")
    cells = browser.run("return document.querySelectorAll('[role=gridcell]').length")
    objects = browser.run("return JSON.parse(document.getElementById('objects').textContent).filter(Array.isArray).length")
    check("ten: ten objects", objects == 10, objects)
    check("ten: sixteen targets", columns == 16, columns)
    check("ten: a cell for each row and target", cells == rows * columns, (cells, rows, columns))
    check("ten: names of grid and cells", browser.run(
        "return [...document.querySelectorAll('[role=gridcell], [role=rowheader], [role=columnheader]')]"
        ".every((e) => (e.ariaLabel || e.textContent).length > 0)"))
    check("ten: what is not readable is told", "notes.bin" in (browser.text(".unreadable") or ""))
    check("ten: what is forgiven is told", "replaced in March" in browser.text(".causes"))
    browser.shot("ten-light")
    light = marks(browser, "light")
    browser.accessible("ten, light")

    # The keyboard alone: the link past the head, then the grid's one stop, its arrows, and the panel.
    browser.press(Keys.TAB)
    check("keys: the first stop leads past the head", browser.run("return document.activeElement.className") == "skip")
    browser.press(Keys.ENTER)
    check("keys: and gets there", browser.run("return document.activeElement.id") == "main")
    check("keys: one stop in the grid", browser.run("return document.querySelectorAll('.grid [tabindex=\"0\"]').length") == 1)
    for _ in range(40):
        browser.press(Keys.TAB)
        if browser.run("return document.activeElement.closest('.grid') !== null"):
            break
    check("keys: Tab reaches the grid", browser.run("return document.activeElement.closest('.grid') !== null"))
    browser.press(Keys.ARROW_RIGHT)
    first = browser.run(ACTIVE)
    check("keys: a cell says what it is", " on ubuntu-18.04: does not start" in first[0], first)
    outline = browser.run("const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]")
    check("keys: the focus is seen", outline[0] != "none" and outline[1] >= 2, outline)
    browser.press(Keys.ENTER)
    check("keys: Enter opens the panel", browser.run(IS_OPEN))
    check("keys: the focus is in the panel", browser.run("return document.activeElement.id") == "panel-title")
    text = browser.text(".panel")
    check("keys: reason and place in the panel", "because of" in text and "to be had on" in text, text[:200])
    check("keys: remedies can be copied", browser.run("return document.querySelectorAll('.panel .copy').length") > 0)
    browser.shot("ten-panel")
    browser.accessible("ten with panel")
    address = browser.run("return location.hash")
    browser.press(Keys.ESCAPE)
    check("keys: Escape closes", not browser.run(IS_OPEN))
    check("keys: the focus is back", browser.run(ACTIVE) == first, browser.run(ACTIVE))
    browser.press(Keys.ARROW_DOWN, Keys.END)
    check("keys: down and to the end", browser.run(ACTIVE)[1:] == ["1", str(columns - 1)], browser.run(ACTIVE))
    browser.press(Keys.HOME, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP)
    check("keys: the head is the end", browser.run(ACTIVE)[1] == "-1", browser.run(ACTIVE))
    browser.press(Keys.ARROW_RIGHT, Keys.ENTER)
    check("keys: a target opens", "C library" in (browser.text(".panel") or ""))
    browser.press(Keys.ESCAPE)
    browser.press(Keys.CONTROL + Keys.END)
    check("keys: Control and End", browser.run(ACTIVE)[1] == str(rows - 1), browser.run(ACTIVE))

    browser.open("ten", address)
    check("address: the panel is open again", browser.run(IS_OPEN) and "ubuntu-18.04" in browser.text("#panel-title"), address)
    check("address: the same reason", browser.text(".panel") == text)

    # A remedy on the clipboard, or what it would have been.
    browser.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };"
                " document.querySelector('.panel .copy').click()")
    check("panel: the remedy is copied", len(browser.run("return window.copied") or "") > 10)
    browser.quiet("ten")
    filters(browser)

    browser.colours("dark")
    browser.open("ten")
    browser.shot("ten-dark")
    dark = marks(browser, "dark")
    check("theme: dark is another page", dark != light, (dark, light))
    browser.accessible("ten, dark")
    browser.run("document.getElementById('theme').click()")
    back = browser.run("return getComputedStyle(document.documentElement).backgroundColor")
    check("theme: the button turns it", back == light, (back, light))
    browser.run("document.getElementById('theme').click(); localStorage.clear()")

    browser.colours("light")
    browser.size(390, 844)
    browser.open("ten")
    check("narrow: the page is as wide as the screen", browser.run("return document.documentElement.scrollWidth") <= 390)
    browser.shot("ten-narrow")
    browser.run("document.querySelector('[role=gridcell]').click()")
    browser.shot("ten-narrow-panel")
    browser.accessible("narrow")
    browser.size(1400, 1000)

    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.open("ten")
    browser.shot("ten-noscript")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    whole = browser.run("return document.body.innerText")
    check("no script: the decision and what fails", "Not shippable" in whole and "GLIBC_2.34 of libc.so.6" in whole
          and "drawn by a script" in whole, whole[:300])
    printed(browser, "ten", "GLIBC_2.34 of libc.so.6")


def filters(browser):
    browser.open("ten")
    all_of_it = browser.text(STATUS)
    browser.driver.find_element("css selector", "input[type=search]").send_keys("libg")
    time.sleep(0.4)
    check("filters: text", browser.text(STATUS).startswith("1 of 10 objects"), browser.text(STATUS))
    check("filters: told to readers", browser.run("return document.querySelector('.status').getAttribute('role')") == "status")
    check("filters: the address knows", "q=libg" in browser.run("return location.hash"))
    # The buttons and lists, each by itself, and again from its address.
    for script, sign in [
        ("document.querySelector('[data-letter=w]').click()", "v=w"),
        ("const s = document.querySelectorAll('select')[0]; s.value = 'debian'; s.dispatchEvent(new Event('change'))", "line=debian"),
        ("const s = document.querySelectorAll('select')[1]; s.value = 'library-missing'; s.dispatchEvent(new Event('change'))",
         "rule=library-missing"),
        ("document.querySelectorAll('input[type=checkbox]')[0].click()", "failing=1"),
        ("document.querySelectorAll('input[type=checkbox]')[1].click()", "group=1"),
        ("document.querySelector('article[data-cause] button').click()", "cause="),
    ]:
        browser.open("ten")
        browser.run(script)
        status, address = browser.text(STATUS), browser.run("return location.hash")
        check("filters: %s changes what is shown" % sign, status != all_of_it and sign in address, (status, address))
        browser.open("ten", address)
        check("filters: %s from the address" % sign, browser.text(STATUS) == status, (browser.text(STATUS), status))
    browser.run("document.querySelector('.filters > button:not([hidden])')?.click()")
    check("filters: all again", browser.text(STATUS).startswith("10 of 10 objects"), browser.text(STATUS))
    browser.open("ten", "#q=nothing-is-called-so")
    check("filters: nothing left is said", browser.run("return !document.querySelector('.nothing').hidden"))
    browser.open("ten", "#v=%F0%9F&line=<b>&cause=99999&object=/etc&target=x&group-of=y")
    check("filters: nonsense in the address does nothing", browser.text(STATUS) == all_of_it, browser.text(STATUS))
    browser.quiet("filters")


def evil(browser):
    browser.open("evil")
    browser.quiet("evil")
    check("evil: the title is ours", browser.driver.title.endswith(": preflight"), browser.driver.title)
    elements = browser.run("return [document.scripts.length, document.images.length, document.querySelectorAll('b, iframe, svg').length]")
    check("evil: no element but ours", elements[:2] == [3, 0], elements)
    source = (PLACE / "evil.html").read_text()
    check("evil: no character that turns or breaks lines", not any(c in source for c in "\u202e\u2028\u2029\x1b\x07\x00"))
    check("evil: scripts are three", source.count("</script") == 3, source.count("</script"))
    cells = browser.run("return document.querySelectorAll('.row').length")
    for row in range(cells):
        browser.run("document.querySelector(`[data-r=\"${arguments[0]}\"][data-c=\"-1\"]`)?.click()", row)
        browser.run("document.querySelector(`[data-r=\"${arguments[0]}\"][data-c=\"0\"]`)?.click()", row)
        address = browser.run("return location.hash")
        name = browser.text("#panel-title")
        browser.open("evil", address)
        check("evil: row %d opens from its address" % row, browser.text("#panel-title") == name, (name, address[:200]))
    browser.shot("evil")
    browser.quiet("evil, rows opened")
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.open("evil")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    check("evil: no element without our script either", browser.run("return document.images.length + document.querySelectorAll('iframe').length") == 0)


def many(browser):
    browser.colours("light")
    began = time.time()
    browser.open("many")
    took = time.time() - began
    objects = browser.run("return JSON.parse(document.getElementById('objects').textContent).filter(Array.isArray).length")
    columns = browser.run("return +document.querySelector('[role=grid]').ariaColCount - 1")
    check("many: two thousand objects at least", objects >= 2000, objects)
    check("many: sixty targets at least", columns >= 60, columns)
    print("figures  %d objects, %d targets, %d bytes; usable after %s ms of the page's clock (%.1f s with the driver)" % (
        objects, columns, (PLACE / "many.html").stat().st_size, browser.run("return document.documentElement.dataset.ready"), took))
    browser.shot("many-light")
    browser.accessible("many")
    browser.run("const b = document.querySelectorAll('input[type=checkbox]')[1]; if (b.checked) b.click()")
    rows = browser.run("return +document.querySelector('[role=grid]').ariaRowCount - 1")
    elements = browser.run("return document.querySelectorAll('.row').length")
    check("many: rows out of view are no elements", rows > 200 and elements < 120, (rows, elements))
    times = browser.run(
        "const grid = document.querySelector('.grid'); document.querySelector('[data-r=\"0\"][data-c=\"0\"]').focus(); const times = [];"
        " for (let n = 0; n < 60; n += 1) { const t = performance.now();"
        " document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: n < 40 ? 'ArrowDown' : 'PageDown', bubbles: true}));"
        " grid.offsetHeight; times.push(performance.now() - t); } return times")
    at = browser.run(ACTIVE)
    check("many: sixty keys lead down", int(at[1]) == min(rows - 1, 40 + 20 * 15), at)
    print("figures  a key takes %.1f ms in the middle, %.1f ms at most" % (sorted(times)[30], max(times)))
    browser.run("document.querySelector('.grid').scrollTop = 0")
    time.sleep(0.3)
    check("many: the focus outlives scrolling", browser.run(ACTIVE) == at, browser.run(ACTIVE))
    taken = browser.run("const s = document.querySelector('input[type=search]'); const t = performance.now(); s.value = 'lib';"
                        " s.dispatchEvent(new Event('input')); return t")
    time.sleep(0.5)
    check("many: the text filter", "q=lib" in browser.run("return location.hash"), taken)
    browser.quiet("many")
    browser.open("many", "#failing=1")
    browser.run("document.querySelector('[role=gridcell][data-v=x]').click()")
    browser.shot("many-panel")
    browser.colours("dark")
    browser.open("many")
    browser.shot("many-dark")
    browser.colours("light")
    printed(browser, "many", "GLIBC_2.34 of libc.so.6")


def printed(browser, name, words):
    browser.open(name)
    data = browser.command("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
    path = PLACE / (name + ".pdf")
    path.write_bytes(base64.b64decode(data))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    check("print: %s has the decision and the causes" % name, "Not shippable" in text and words in text)
    subprocess.run(["pdftoppm", "-png", "-r", "60", "-l", "2", str(path), str(PLACE / (name + "-print"))], check=True)


def picture(browser):
    browser.size(1280, 960)
    browser.open("ten")
    browser.run("[...document.querySelectorAll('[role=gridcell]')].find((e) => /worker on ubuntu-20.04: does not start/.test(e.ariaLabel)).click();"
                " document.activeElement.blur()")
    browser.shot("picture")


def main():
    browser = Browser()
    try:
        ten(browser)
        browser.open("host")
        check("host: what is missed, and why", "many <files>" in browser.text(".machine"))
        browser.shot("host")
        browser.accessible("host")
        browser.quiet("host")
        evil(browser)
        many(browser)
        picture(browser)
    finally:
        browser.driver.quit()
    print("ci/e2e/page: %d passed, %d failed%s" % (passed, failed, "" if AXE else ", without axe-core"))
    return 1 if failed else 0


sys.exit(main())
