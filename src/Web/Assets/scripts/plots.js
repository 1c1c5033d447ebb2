// Draws each <div class="plot" data-spec="id"> from the Vega-Lite specification in the JSON script of that id. No eval, no injected styles: the page's policy forbids both.
import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';

const font = '"Helvetica Neue", Arial, Helvetica, sans-serif';
const config = {
  font,

  axis: { labelFontSize: 13, titleFontSize: 13, labelColor: '#0b0c0c', titleColor: '#0b0c0c', gridColor: '#e3e8e7' },
  legend: { labelFontSize: 13, titleFontSize: 13 },
  range: { category: ['#1d6b6b', '#b58840', '#155a74', '#8a3b5e', '#5d6b2f', '#6b6b6b'] },
  view: { stroke: null },
};

for (const place of document.querySelectorAll('.plot[data-spec]')) {
  const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
  await embed(place, spec, { ast: true, expr: expressionInterpreter, renderer: 'svg', actions: false, defaultStyle: false, tooltip: false, config });
  // The place itself says what the plot shows, and the table beside it says it all: the drawing is for the eye.
  for (const part of place.querySelectorAll('[role]')) part.removeAttribute('role');
  place.querySelector('svg').setAttribute('aria-hidden', 'true');
  place.dataset.drawn = 'true';
}
