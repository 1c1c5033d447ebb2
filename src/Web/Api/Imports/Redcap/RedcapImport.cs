using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>
/// Takes in a REDCap project: first the study's side of it, then a family for each record, then its forms, each under an operation id that follows from the
/// site, the record and what the form says. Run twice, nothing doubles; broken off, the same files again go on.
/// </summary>
public sealed class RedcapImport(IGrainFactory grains, FamilyRegisters registers, StudyFrames frames, TimeProvider clock)
{
    private const int AtOnce = 32;

    public async Task<Decision<RedcapReport>> Run(RedcapRequest request, Person person, CancellationToken cancellation)
    {
        var read = RedcapProject.Read(request.Events, request.Arms, request.Dictionary, request.Data, request.Terms);
        if (read is Decision<RedcapProject>.Refused(var unread)) return unread;
        var project = ((Decision<RedcapProject>.Accepted)read).Value;
        var study = new RedcapStudy(grains, project, request, person.Stamp(new OperationId($"redcap-{request.Site}"), clock));
        var frame = await frames.Current();
        if (!person.MaySee(request.Site)) return Study.Sites.SiteRefusals.Unknown(request.Site).At("site");
        if (study.Fault(frame) is { } why) return why;
        var faults = new ConcurrentBag<RowFault>(project.Faults);
        var there = await There(project, request, person);
        var (waves, _) = study.Map(frame.Design);
        if (request.DryRun) return Report(ImportOutcome.Checked, project, waves, there.Count, new(0, 0, 0), faults);
        if (!faults.IsEmpty && !request.AcceptGood) return RedcapImportRefusals.Faulty(Report(ImportOutcome.Refused, project, waves, there.Count, new(0, 0, 0), faults));
        if (await study.Prepare(frame) is { } unprepared) return unprepared;
        frame = await frames.Current();
        var done = await Take(project, request, study, frame, waves, there, person, faults, cancellation);
        return Report(done.Lost > 0 ? ImportOutcome.Incomplete : ImportOutcome.Saved, project, waves, there.Count, done, faults);
    }

    private async Task<Dictionary<string, FamilyId>> There(RedcapProject project, RedcapRequest request, Person person)
    {
        var found = await registers.BySerial(project.Records.Select(r => r.Id), person.Scope());
        return project.Records.Select(r => (r.Id, Family: found[r.Id].FirstOrDefault(f => f.Site == request.Site))).Where(r => r.Family is not null).ToDictionary(r => r.Id, r => r.Family!.Family, StringComparer.Ordinal);
    }

    private async Task<Taken> Take(
        RedcapProject project, RedcapRequest request, RedcapStudy study, StudyFrame frame, ImmutableSortedDictionary<string, WaveCode> waves, Dictionary<string, FamilyId> there, Person person, ConcurrentBag<RowFault> faults, CancellationToken cancellation)
    {
        var ready = new ConcurrentBag<FamilyRows>();
        await Parallel.ForEachAsync(project.Records.Where(r => !r.Forms.IsEmpty), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (record, _) =>
        {
            var family = there.TryGetValue(record.Id, out var id) ? await grains.Family(id).Read() is { } known ? known : FamilyRefusals.Unknown : await Enrol(record, request, study, frame, person);
            if (family is Decision<FamilyState>.Refused(var why))
                foreach (var form in record.Forms) faults.Add(new(form.Row, null, null, why.Code, why.Sentence));
            else
                foreach (var rows in record.Forms.GroupBy(f => waves[f.Event]))
                    ready.Add(await FamilyRows.Check(grains, ((Decision<FamilyState>.Accepted)family).Value, frame, rows.Key, [.. rows.Select(f => Row(f, ((Decision<FamilyState>.Accepted)family).Value, request))], person.Stamp(default, clock), faults));
        });
        var fresh = ready.SelectMany(f => f.Forms).Count(f => !f.IsThere);
        var lost = await new ResponseWriter(grains).Write(ready, fresh, faults, _ => { }, cancellation);
        return new(fresh - lost.Faulted - lost.Refused, ready.Sum(f => f.Already) + ready.SelectMany(f => f.Forms).Count(f => f.IsThere), lost.Faulted);
    }

    /// <summary>The record as a family of one; its id follows from the site and the record.</summary>
    private async Task<Decision<FamilyState>> Enrol(RedcapRecord record, RedcapRequest request, RedcapStudy study, StudyFrame frame, Person person)
    {
        var (first, isChild) = (record.Forms.Min(f => f.CompletedOn), request.Terms.Forms.Subject == InstrumentSubject.Child);
        if (isChild && record.Birth is null) return RedcapImportRefusals.NoBirth;
        var member = new NewMember(isChild ? MemberRole.Child : MemberRole.Parent, record.Birth, Sex.NotKnown, first);
        var enrolment = new Enrolment(request.Site, study.CohortOf(record.Arm, frame.Design), record.Id, first, [member]) { Approacher = "REDCap", ConsentedOn = first, ConsentGivenBy = isChild ? "child" : "parent", Consents = request.Consents };
        return await grains.Enrol(enrolment, person.Stamp(new OperationId("redcap").Derive($"{request.Site}\n{record.Id}"), clock, request.Reason));
    }

    private static ResponseRow Row(RedcapForm form, FamilyState family, RedcapRequest request)
    {
        var member = family.Members[0].Id.ToString();
        return new(form.Row, form.Instrument.Subject == InstrumentSubject.Family ? family.Id.ToString() : member, "", "", member, form.CompletedOn, FormMode.Online, form.Instrument.Language, request.Reason, form.Instrument, form.Answers)
        {
            Aside = form.Aside, Content = form.Content,
        };
    }

    private static RedcapReport Report(ImportOutcome outcome, RedcapProject project, ImmutableSortedDictionary<string, WaveCode> waves, int there, Taken taken, ConcurrentBag<RowFault> faults)
    {
        var read = project.Records.Sum(r => r.Forms.Length);
        var saves = outcome is ImportOutcome.Saved or ImportOutcome.Incomplete;
        var forms = new FormCount(read + project.FaultyForms, saves ? taken.Forms : read, saves ? taken.Already : 0, project.FaultyForms + (saves ? read - taken.Forms - taken.Already : 0));
        var records = new RecordCount(project.Records.Length, project.Records.Count(r => !r.Forms.IsEmpty) - there, there, project.Records.Count(r => r.Forms.IsEmpty));
        var cells = new CellCount(project.Cells.All, project.Cells.InForms, project.Cells.Empty, project.Cells.AtFault, project.Cells.NotTaken);
        return new(outcome, records, forms, cells, waves, [.. project.Definitions.Select(d => d.Id)], [.. faults.OrderBy(f => f.Row).Take(ImportReport.MostFaults)], [.. project.Notes.Select(n => n.ToString())]);
    }

    private sealed record Taken(int Forms, int Already, int Lost);
}
