using System.Collections.Immutable;
using SosLongitudinal.Analysis.Outcomes;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Outcome rates from the registers' counts. Interviewers leave under pseudonyms; who runs the field phase sees whose they are.</summary>
public sealed class RatesSource(FieldworkRegisters registers, StudyFrames frames, StudySecret secret, IGrainFactory grains, TimeProvider clock)
{
    /// <param name="e">Refused where it is no share.</param>
    public async Task<Decision<Analysed<OutcomeResult>>> Of(Person person, WaveCode wave, OutcomeBase of, bool closedOnly, SiteCode? site, double? e)
    {
        var frame = await frames.Current();
        if (frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave).At("wave");
        if (e is < 0 or > 1 || e is { } share && !double.IsFinite(share)) return RatesRefusals.Share.At("e");
        var at = clock.GetUtcNow();
        var question = new OutcomeQuestion(wave) { Scope = person.Scope(), Site = site, Base = of, ClosedOnly = closedOnly };
        var result = OutcomeRateTable.Of(frame.Design, question, await registers.Outcomes(question), e, frame.Design.Today(at));
        return new Analysed<OutcomeResult>(result with { Groups = await Named(person, result.Groups) }, at);
    }

    /// <summary>The last wave of which any cohort's window has closed by the design; where none, the first.</summary>
    public static WaveCode Usual(StudyDesign design, DateOnly today) =>
        design.Waves.Where(w => design.Cohorts.Any(c => (w.After is null ? c.Ends : c.Starts.AddMonths(w.DesignMonths).AddDays(w.ClosesAfter)) < today)).Select(w => w.Code)
            .DefaultIfEmpty(design.Waves.IsEmpty ? default : design.Waves[0].Code).Last();

    private async Task<ImmutableArray<OutcomeGroup>> Named(Person person, ImmutableArray<OutcomeGroup> groups)
    {
        if (person.Is(Roles.Coordinator | Roles.Administrator))
        {
            var names = (await grains.Accounts().All()).ToDictionary(a => $"{a.Key}", a => a.Name);
            return [.. groups.Select(g => g.By == "interviewer" ? g with { Group = names.GetValueOrDefault(g.Group, g.Group) } : g)];
        }
        var pseudonym = await secret.Pseudonyms(InterviewerPseudonyms.Purpose);
        return [.. groups.Select(g => g.By == "interviewer" && g.Group.Length > 0 ? g with { Group = pseudonym(g.Group) } : g)];
    }
}

public static class RatesRefusals
{
    public static readonly Refusal Share = new("rates.e", "Give e as a share from 0 to 1, such as 0.5, or leave it empty.");
}
