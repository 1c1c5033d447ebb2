// Draws the appointments of #calendar by month, week or day. Times come as the study's clocks show them and are drawn as they come, wherever the reader is.
import { Calendar } from '@fullcalendar/core';
import british from '@fullcalendar/core/locales/en-gb';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import timeGrid from '@fullcalendar/timegrid';
import { dragging } from './calendar-drag.js';

const place = document.getElementById('calendar');
const { from, until, today, events } = JSON.parse(document.getElementById('calendar-events').textContent);

const calendar = new Calendar(place, {
  plugins: [dayGrid, timeGrid, interaction],
  locale: british,
  timeZone: 'UTC',
  now: today,
  initialDate: place.dataset.day,
  initialView: window.innerWidth < 640 ? 'timeGridDay' : 'timeGridWeek',
  headerToolbar: { left: 'prev,next today', center: 'title', right: 'timeGridDay,timeGridWeek,dayGridMonth' },
  validRange: { start: from, end: until },
  slotMinTime: '07:00',
  slotMaxTime: '22:00',
  allDaySlot: false,
  height: 'auto',
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  displayEventEnd: true,
  events: events.map(event => ({ ...event, startEditable: event.move !== null && event.move !== undefined })),
  ...dragging,
  eventClassNames: ({ event }) => [`calendar-${event.extendedProps.tone}`],
});
calendar.render();
for (const icon of place.querySelectorAll('.fc-icon[role=img]')) { // its button has a name already
  icon.removeAttribute('role');
  icon.setAttribute('aria-hidden', 'true');
}
place.dataset.drawn = 'true';
