using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Tray;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>From what was typed or scanned to the form that can be keyed. A family of another site is not found.</summary>
public sealed class FormFinder(IGrainFactory grains, DoubleEntrySamples samples)
{
    /// <param name="sure">The person has confirmed whom the form is about.</param>
    public async Task<Finding> Find(string text, bool sure, BatchOf batch, StudyFrame frame, DateOnly today, Person person)
    {
        var typed = text.Trim();
        var label = FormLabel.TryParse(typed, null, out var read) ? read : null;
        if (label is null && FormLabel.IsMeant(typed)) return new Finding.Stopped("That label cannot be read. Scan it again, or type the family's or the child's id.");
        if (label is not null && (label.Wave, label.Instrument) != (batch.Wave.Code, batch.Instrument.Id)) return Elsewhere(label, frame, batch);
        var named = label?.Subject.Member ?? (MemberId.TryParse(typed, null, out var member) ? member : null);
        if ((label?.Family ?? named?.Family ?? (FamilyId.TryParse(typed, null, out var id) ? id : null)) is not { } family)
            return new Finding.Stopped("That is not an id. Check it for a mistyped character: a family's id has seven, the last of which guards the others.");
        if (await grains.Family(family).Read() is not { } state || !person.MaySee(state.Site)) return new Finding.Stopped($"There is no family {family} at your sites. Where the paper is one of yours all the same, key it without an id.", TrayLinks.KeyOf(batch.Instrument.Id), "Key it without an id");
        if (state.MergedInto is { } kept) return new Finding.Stopped($"Family {family} turned out to be {kept} and was merged into it.", batch.Href(NowOf(state, named)?.ToString() ?? $"{kept}"), $"Key it for {kept}");
        if (frame.Design.FreezeOf(batch.Wave.Code) is { } freeze) return new Finding.Stopped(FormLockRefusals.Frozen(batch.Wave.Name, freeze).Sentence) { IsOfId = false };
        if (NotOne(state, batch, named, sure, today, out var subject) is { } instead) return instead;
        var sample = await samples.Sample();
        return From(state, frame, batch, subject, label?.Respondent, place => sample.Draws(frame.Design, family, place), person) switch
        {
            Finding.Ready ready => ready with { Notes = FamilyStanding.Of(state, frame, batch, subject, ready.Chosen?.Who, today) },
            var stopped => stopped,
        };
    }

    /// <summary>Whom the id of a family that was merged away means in the family that it is now.</summary>
    private static MemberId? NowOf(FamilyState away, MemberId? named) =>
        away.Links.LastOrDefault(l => l.Kind == FamilyLinkKind.MergedInto)?.Members.Where(m => m.From == named).Select(m => (MemberId?)m.To).FirstOrDefault();

    /// <summary>Why it is not known yet whom the form is about; <c>null</c> where it is.</summary>
    private static Finding? NotOne(FamilyState family, BatchOf batch, MemberId? named, bool sure, DateOnly today, out Party subject)
    {
        subject = Party.Family;
        if (batch.Instrument.Subject == InstrumentSubject.Family) return null;
        var fitting = family.Members.Where(m => batch.Instrument.Subject == InstrumentSubject.Child ? m.Role == MemberRole.Child : batch.Instrument.Subject == InstrumentSubject.Carer && m.Role.IsCarer()).ToImmutableArray();
        if (fitting.IsEmpty) return new Finding.Stopped($"Nobody in family {family.Id} is one whom this form is about.", FamiliesLinks.Show(family.Id), "Look at the family");
        if (named is null && fitting.Length > 1) return new Finding.Choosing(family, fitting, null);
        if (fitting.FirstOrDefault(m => m.Id == (named ?? fitting[0].Id)) is not { } about) return new Finding.Stopped($"{named} is not one whom this form is about.", FamiliesLinks.Show(family.Id), "Look at the family");
        subject = about.Id;
        var sameAge = sure ? [] : fitting.Where(m => m.Id == about.Id || IsOfAge(m, about, today)).ToImmutableArray();
        return sameAge.Length > 1 ? new Finding.Choosing(family, sameAge, about) : null;
    }

    private static bool IsOfAge(Member other, Member about, DateOnly today) =>
        (other.Role, about.Role) == (MemberRole.Child, MemberRole.Child) && other.Birth?.AgeOn(today) is { } one && about.Birth?.AgeOn(today) is { } two && one.Least <= two.Most && two.Least <= one.Most;

    private static Finding From(FamilyState family, StudyFrame frame, BatchOf batch, Party subject, Party? named, Func<FormPlace, bool> draws, Person person)
    {
        FormPlace Place(Party who) => new(batch.Wave.Code, batch.Instrument.Id, subject, who);
        var informants = family.Members.Select(m => (Party)m.Id).Append(Party.CaseFile)
            .Where(who => FormPlaces.Fault(family, batch.Instrument, Place(who)) is null)
            .Select(who => family.FormAt(Place(who)) is not { } form ? new Informant(who, null, SecondStatus.NotSampled) : Entered(who, form))
            .ToImmutableArray();
        if (informants.IsEmpty) return new Finding.Stopped($"Nobody in family {family.Id} can answer this form. Add them as a member first.", FamiliesLinks.AddMember(family.Id), "Add a member");
        if (named is { } labelled && informants.All(i => i.Who != labelled) && FormPlaces.Fault(family, batch.Instrument, Place(labelled)) is { } unfit)
            return new Finding.Stopped($"The label names {labelled.Words(family)}, who cannot answer this form. {unfit.Sentence} Where somebody else answered, type the id of whom it is about.", FamiliesLinks.Show(family.Id), "Look at the family");
        var chosen = named is { } who1 ? informants.FirstOrDefault(i => i.Who == who1) : informants.Length == 1 ? informants[0] : null;
        return new Finding.Ready(family, subject, informants, chosen);

        Informant Entered(Party who, Form form)
        {
            var status = SecondStatuses.Of(form, draws);
            var closed = FormLocks.Fault(family, frame, form.Place)?.Sentence;
            var isMine = status == SecondStatus.Awaited && !form.IsKnownTo(person.Account.ToString()) && closed is null;
            var isSame = form.InstrumentVersion == batch.Instrument.Version;
            return new(who, form, status) { Closed = closed, IsSecond = isMine && isSame, SecondVersion = isMine && !isSame ? form.InstrumentVersion : null };
        }
    }

    private static Finding.Stopped Elsewhere(FormLabel label, StudyFrame frame, BatchOf batch) =>
        frame.Design.Wave(label.Wave) is { } wave && frame.Shelf.Find(label.Instrument) is { } instrument
            ? new($"This label is of another batch: {instrument.Title}, {wave.Name}.", FormsLinks.Batch(label.Wave, label.Instrument, batch.Mode, batch.Language, batch.Box, label.ToString()), "Go to that batch")
            : new("This label names a wave or an instrument that the study does not have.");
}
