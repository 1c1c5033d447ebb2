// Moves appointments of the calendar by dragging. While one is dragged, the server is asked whether it could be there and the answer is said in words; a time that it
// cannot have takes no drop. What is dropped is confirmed in a dialog, whose form is that of the page for moving.
const words = document.getElementById('calendar-words');
const dialog = document.getElementById('calendar-move');
const usual = words?.textContent;
const resting = 150; // milliseconds over one time before it is asked about

const text = moment => moment.toISOString(); // the calendar's times are the study's local times, kept as if they were UTC
const spoken = moment => moment.toLocaleString('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
const addressOf = (event, start) => `${event.extendedProps.move.check}?${new URLSearchParams({ on: text(start).slice(0, 10), at: text(start).slice(11, 16) })}`;

let answers = new Map();
let over = '';

/** In one place that is always there: nothing moves under what is dragged. */
function say(sentence, tone) {
  words.textContent = sentence || usual;
  words.dataset.tone = tone;
}

const sayAnswer = (start, { fits, because }) => say(fits ? `Free: ${spoken(start)}.` : `Conflict: ${spoken(start)}. ${because}`, fits ? 'free' : 'conflict');

async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : { fits: false, because: 'This time could not be checked. Try again.' };
  } catch {
    return { fits: false, because: 'The server cannot be reached. Try again.' };
  }
}

/** Whether it may be dropped there; unknown times may, and are held against the server once they are. */
function allow(drop, event) {
  const address = addressOf(event, drop.start);
  const known = answers.get(address);
  if (over !== address) {
    over = address;
    if (known) {
      sayAnswer(drop.start, known);
    } else {
      say(`Checking ${spoken(drop.start)}`, 'checking');
      setTimeout(async () => {
        if (over !== address) return;
        const answer = await ask(address);
        answers.set(address, answer);
        if (over === address) sayAnswer(drop.start, answer);
      }, resting);
    }
  }
  return known?.fits ?? true;
}

async function dropped(info) {
  const { event, oldEvent, revert } = info;
  over = '';
  const answer = await ask(addressOf(event, event.start));
  sayAnswer(event.start, answer);
  if (!answer.fits) {
    revert();
    return;
  }
  const { move } = event.extendedProps;
  const form = dialog.querySelector('form');
  const day = text(event.start);
  const back = new URL(location.href);
  back.searchParams.set('From', day.slice(0, 10));
  const fields = {
    ...move.fields, 'On.Day': day.slice(8, 10), 'On.Month': day.slice(5, 7), 'On.Year': day.slice(0, 4), At: day.slice(11, 16), Back: back.pathname + back.search,
  };
  dialog.querySelector('#calendar-move-words').textContent = `Move ${move.words} from ${spoken(oldEvent.start)} to ${spoken(event.start)}. That time is free.`;
  dialog.querySelector('#calendar-move-fields').replaceChildren(...Object.entries(fields).map(([name, value]) => Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
  form.action = move.page;
  dialog.onclose = () => {
    revert();
    say('', '');
  };
  dialog.showModal();
}

/** What the calendar needs to be dragged in; nothing for who may not move appointments. */
export const dragging = dialog === null ? {} : {
  snapDuration: '00:15:00',
  eventDurationEditable: false,
  eventAllow: allow,
  eventDragStart: () => { answers = new Map(); over = ''; },
  eventDragStop: () => { over = ''; },
  eventDrop: dropped,
};

dialog?.querySelector('.govuk-button-group a').addEventListener('click', click => {
  click.preventDefault();
  dialog.close();
});
