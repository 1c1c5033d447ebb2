using System.Collections.Immutable;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>
/// Takes in a REDCap project: every form is asked about in the study as the project would leave it; then come the study's side of it, a family for each record
/// and its forms, each under an operation id that follows from the site, the record and what the form says. Run twice, nothing doubles; broken off, the same
/// files again go on.
/// </summary>
public sealed class RedcapImport(IGrainFactory grains, FamilyRegisters registers, StudyFrames frames, BlindEntry blind, TimeProvider clock)
{
    public async Task<Decision<RedcapReport>> Run(RedcapRequest request, Person person, CancellationToken cancellation)
    {
        var begun = await Begin(request, person, cancellation);
        if (begun is Decision<RedcapCheck>.Refused(var not)) return not;
        var check = ((Decision<RedcapCheck>.Accepted)begun).Value;
        if (request.DryRun) return check.Report(ImportOutcome.Checked, await RowWarnings.Of(check.Ready, blind, person));
        if (!check.Faults.IsEmpty && !request.AcceptGood) return RedcapImportRefusals.Faulty(check.Report(ImportOutcome.Refused, []));
        if (await check.Study.Prepare(await frames.Current()) is { } unprepared) return unprepared;
        var real = check with { Frame = await frames.Current(), Faults = new(check.Project.Faults) };
        real = real with
        {
            Ready = await new RedcapRows(real, request, person.Stamp(default, clock)).Ready(
                (record, enrolment) => grains.Enrol(enrolment, Stamp(record, request, person)), async id => await grains.Family(id).Read() is { } there ? there : FamilyRefusals.Unknown, (family, forms) => grains.Intake(family.Id).Check(forms), cancellation),
        };
        var (faulted, refused) = await new ResponseWriter(grains).Write(real.Ready, real.Fresh, real.Faults, _ => { }, cancellation);
        var outcome = faulted > 0 ? ImportOutcome.Incomplete : ImportOutcome.Saved;
        return real.Report(outcome, await RowWarnings.Of(real.Ready, blind, person, faulted == 0, refused), lost: faulted + refused.Count);
    }

    /// <summary>All that quality rules find in the project's forms, however much; nothing is saved.</summary>
    public async Task<Decision<IReadOnlyList<RowWarning>>> Warnings(RedcapRequest request, Person person, CancellationToken cancellation)
    {
        var begun = await Begin(request, person, cancellation);
        if (begun is Decision<RedcapCheck>.Refused(var not)) return not;
        return new Decision<IReadOnlyList<RowWarning>>.Accepted(await RowWarnings.Of(((Decision<RedcapCheck>.Accepted)begun).Value.Ready, blind, person));
    }

    /// <summary>Reads the files and asks about every form, of families that are there and of those that would be made.</summary>
    private async Task<Decision<RedcapCheck>> Begin(RedcapRequest request, Person person, CancellationToken cancellation)
    {
        var read = RedcapProject.Read(request.Events, request.Arms, request.Dictionary, request.Data, request.Terms);
        if (read is Decision<RedcapProject>.Refused(var unread)) return unread;
        var project = ((Decision<RedcapProject>.Accepted)read).Value;
        var study = new RedcapStudy(grains, project, request, person.Stamp(new OperationId($"redcap-{request.Site}"), clock));
        var frame = await frames.Current();
        if (!person.MaySee(request.Site)) return Study.Sites.SiteRefusals.Unknown(request.Site).At("site");
        if (study.Fault(frame) is { } why) return why;
        var check = new RedcapCheck(project, study, study.Foreseen(frame), study.Map(frame.Design).Waves, await There(project, request, person)) { Faults = new(project.Faults) };
        return check with
        {
            Ready = await new RedcapRows(check, request, person.Stamp(default, clock)).Ready(
                (record, enrolment) => Task.FromResult(EnrolmentSteps.Check(check.Frame, enrolment, Stamp(record, request, person))), async id => await grains.Family(id).Read() is { } there ? there : FamilyRefusals.Unknown, (family, forms) => Foresee(check, family, forms), cancellation),
        };
    }

    private async Task<ImmutableArray<IntakeCheck>> Foresee(RedcapCheck check, FamilyState family, ImmutableArray<IntakeForm> forms)
    {
        if (!check.There.ContainsValue(family.Id)) return IntakeRules.Check(family, check.Frame, forms, _ => false);
        var operations = forms.Select(f => f.Stamp.Operation).ToImmutableArray();
        var known = (await grains.Intake(family.Id).Known(operations)).Zip(operations).Where(k => k.First).Select(k => k.Second).ToHashSet();
        return IntakeRules.Check(family, check.Frame, forms, known.Contains);
    }

    /// <summary>A family's id follows from the site and the record.</summary>
    private Stamp Stamp(RedcapRecord record, RedcapRequest request, Person person) => person.Stamp(new OperationId("redcap").Derive($"{request.Site}\n{record.Id}"), clock, request.Reason);

    private async Task<Dictionary<string, FamilyId>> There(RedcapProject project, RedcapRequest request, Person person)
    {
        var found = await registers.BySerial(project.Records.Select(r => r.Id), person.Scope());
        return project.Records.Select(r => (r.Id, Family: found[r.Id].FirstOrDefault(f => f.Site == request.Site))).Where(r => r.Family is not null).ToDictionary(r => r.Id, r => r.Family!.Family, StringComparer.Ordinal);
    }
}
