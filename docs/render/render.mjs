// Draws each model of bpmn/ to docs/images/models: processes as SVG, decisions as PNG.
// With --png also each process as PNG into the folder given, to look at.
// Needs a Chromium: CHROMIUM=/path, else the one Playwright has downloaded.
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const models = here('../../bpmn/');
const images = here('../images/models/');
const pngFolder = process.argv.includes('--png') ? process.argv[process.argv.indexOf('--png') + 1] : null;

const page$ = async (browser, script, styles) => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.setContent('<!doctype html><html lang="da"><body style="margin:0;background:#fff"><div id="canvas" style="width:1600px;height:1000px"></div></body></html>');
  await page.addScriptTag({ path: here(`node_modules/${script}`) });
  for (const style of styles) await page.addStyleTag({ path: here(`node_modules/${style}`) });
  return page;
};

// The viewer measures labels with the browser's Arial; the same font must be used by whoever shows the image.
const drawProcess = (page, xml) => page.evaluate(async xml => {
  const canvas = document.getElementById('canvas');
  canvas.replaceChildren();
  const viewer = new BpmnJS({ container: canvas });
  const { warnings } = await viewer.importXML(xml);
  const { svg } = await viewer.saveSVG();
  return { svg, warnings: warnings.map(warning => warning.message) };
}, xml);

const drawDecisions = async (page, xml, file) => {
  const views = await page.evaluate(async xml => {
    document.getElementById('canvas').replaceChildren();
    window.viewer = new DmnJS({ container: '#canvas' });
    const { warnings } = await window.viewer.importXML(xml);
    if (warnings.length) throw new Error(warnings.map(warning => warning.message).join('\n'));
    return window.viewer.getViews().map(({ type, id }) => ({ type, id }));
  }, xml);
  for (const [index, { type, id }] of views.entries()) {
    if (type !== 'decisionTable') continue;
    await page.evaluate(index => window.viewer.open(window.viewer.getViews()[index]), index);
    await page.addStyleTag({ content: '.dmn-decision-table-container .annotation { min-width: 420px }' });
    await page.locator('.dmn-decision-table-container table').screenshot({ path: `${images}${file}-${kebab(id)}.png` });
  }
};

// bpmn-js names its arrow heads at random; counted, an unchanged model gives an unchanged file.
const steady = svg => {
  const names = new Map();
  return svg.replace(/marker-[0-9a-z]{20,}/g, name => {
    if (!names.has(name)) names.set(name, `marker-${names.size + 1}`);
    return names.get(name);
  });
};

const kebab = id => id.replace(/[A-Z]/g, letter => '-' + letter.toLowerCase());

await mkdir(images, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const files = (await readdir(models)).sort();
  const processes = await page$(browser, 'bpmn-js/dist/bpmn-viewer.production.min.js', ['bpmn-js/dist/assets/bpmn-js.css']);
  for (const file of files.filter(name => name.endsWith('.bpmn'))) {
    const name = file.replace('.bpmn', '');
    const { svg, warnings } = await drawProcess(processes, await readFile(models + file, 'utf8'));
    if (warnings.length) throw new Error(`${file}: ${warnings.join('\n')}`);
    await writeFile(`${images}${name}.svg`, steady(svg).replace('<svg ', '<svg style="background:#fff" ') + '\n');
    if (pngFolder) {
      const picture = await browser.newPage({ viewport: { width: 2400, height: 1400 } });
      await picture.setContent(`<body style="margin:0">${svg.slice(svg.indexOf('<svg'))}</body>`);
      await picture.locator('svg').first().screenshot({ path: `${pngFolder}/${name}.png` });
      await picture.close();
    }
  }
  const decisions = await page$(browser, 'dmn-js/dist/dmn-viewer.production.min.js',
    ['dmn-js/dist/assets/dmn-js-shared.css', 'dmn-js/dist/assets/dmn-js-decision-table.css', 'dmn-js/dist/assets/dmn-js-drd.css']);
  await decisions.setViewportSize({ width: 2200, height: 1200 });
  await decisions.addStyleTag({ content: '#canvas { width: 2200px !important; height: 1200px !important }' });
  for (const file of files.filter(name => name.endsWith('.dmn'))) {
    await drawDecisions(decisions, await readFile(models + file, 'utf8'), file.replace('.dmn', ''));
  }
} finally {
  await browser.close();
}
