using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>Sheets to carry: numbered and logged first, then shown to whoever printed them while they are out. Each showing of contact details is on record.</summary>
public sealed class SheetDesk(SheetBooks books, SheetFamilies families, StudyFrames frames, IGrainFactory grains, TimeProvider clock)
{
    public async Task<Decision<Sheet>> Print(SheetWish asked, Person person, Stamp stamp)
    {
        var wish = asked with { Interviewer = person.IsOnlyInterviewer() ? $"{person.Account}" : asked.Interviewer };
        var found = await families.Of(wish, person);
        if (found is not Decision<ImmutableArray<FamilyState>>.Accepted(var about)) return ((Decision<ImmutableArray<FamilyState>>.Refused)found).Why;
        var frame = await frames.Current();
        if (wish.Wave is { } wave && frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave).At("wave");
        var until = wish.DestroyBy ?? frame.Design.Today(stamp.At).AddDays(SheetRules.UsualDays(wish.Kind));
        return await books.Print(new(wish.Kind, [.. about.Select(f => f.Id)], [.. about.Select(f => f.Site).Distinct().Order()], until) { Wave = wish.Wave, Interviewer = wish.Interviewer, On = wish.On }, stamp);
    }

    /// <summary>The log as a person may read it: coordinators that of their sites, interviewers what they printed themselves.</summary>
    public async Task<ImmutableArray<Sheet>> Log(Person person) => [.. (await books.All()).Where(s => MayTend(s, person))];

    public async Task<Sheet?> Find(SheetId id, Person person) => await books.Find(id) is { } sheet && MayTend(sheet, person) ? sheet : null;

    public async Task<Decision<SheetContent>> Content(Sheet sheet, Person person)
    {
        if (sheet.By != $"{person.Account}" || !sheet.IsOut) return SheetRefusals.NotYours;
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        var content = new SheetContent(SheetView.Of(sheet, today));
        var wave = sheet.Plan.Wave is { } code ? frame.Design.Wave(code) : null;
        if (sheet.Plan is { Kind: SheetKind.Day, Interviewer: { } interviewer, On: { } on })
            return content with { Day = [.. (await families.Day(interviewer, on, person)).Select(DayLines.Of)] };
        if (wave is null) return content;
        var about = new List<FamilyState>();
        foreach (var id in sheet.Plan.Families) if (await grains.Family(id).Read() is { ErasedOn: null } family && person.MaySee(family.Site) && !Departures.HasDied(family)) about.Add(family); // whoever died since it was printed
        return sheet.Plan.Kind switch
        {
            SheetKind.Labels => content with { Labels = [.. about.SelectMany(f => LabelCards.Of(frame, f, wave, today))] },
            SheetKind.Attempts => content with { Attempts = [.. await Each(about, f => TryOf(frame, f, wave, person, today))] },
            _ => content with { Visits = [.. await Each(about, f => VisitOf(frame, f, wave, person, today))] },
        };
    }

    private static bool MayTend(Sheet sheet, Person person) =>
        sheet.By == $"{person.Account}" || (person.Is(Roles.Coordinator | Roles.Administrator | Roles.Auditor) && sheet.Plan.Sites.Any(person.MaySee));

    private async Task<VisitCard> VisitOf(StudyFrame frame, FamilyState family, WaveDesign wave, Person person, DateOnly today)
    {
        var with = family.MainRespondent(wave.Code, today);
        var members = new List<VisitMember>();
        var safety = new SafeContact();
        foreach (var member in family.Members.Where(m => m.IsOn(today) && m.ErasedOn is null && m.Role != MemberRole.Teacher))
        {
            var card = await View(family, member.Id, person);
            members.Add(new(member.Id, FirstNames.Of(card?.Details?.Name ?? ""), member.Birth?.AgeOn(today).Most));
            if (member.Id == with?.Id && card is not null) safety = card.Safety;
        }
        return VisitCards.Of(frame, family, wave, today) with { With = with?.Id, Members = [.. members], Safety = [.. SafetyLines.Of(safety)] };
    }

    private async Task<TryLine> TryOf(StudyFrame frame, FamilyState family, WaveDesign wave, Person person, DateOnly today)
    {
        var due = DueList.Of(frame, family, wave, Track.Interview, today);
        var plan = ContactPlan.Of(frame.Design, family, wave.Code, due.State, due.Window, today);
        var with = family.MainRespondent(wave.Code, today);
        var safety = with is null ? new() : (await grains.Contact(family.Id).Safety(with.Id, person.ContactViewer(), Now(person))).Match(s => s, _ => new());
        return new(family.Id, with?.Id, plan.Made, plan.Most, [.. plan.Untried.Select(t => t.Label)], [.. family.NeedsTwo ? [SafetyWords.TwoPeopleGo] : (string[])[], .. SafetyLines.Of(safety)]);
    }

    /// <summary>One member and no one else; nothing where nothing is held or this person may not look.</summary>
    private async Task<ContactCard?> View(FamilyState family, MemberId member, Person person) =>
        (await grains.Contact(family.Id).View(member, ContactPurpose.Visit, person.ContactViewer(), Now(person))).Match(card => (ContactCard?)card, _ => null);

    private Stamp Now(Person person) => person.Stamp(OperationId.New(), clock);

    private static async Task<List<T>> Each<T>(IEnumerable<FamilyState> families, Func<FamilyState, Task<T>> make)
    {
        var made = new List<T>();
        foreach (var family in families) made.Add(await make(family)); // one after another: each writes who looked
        return made;
    }
}
