using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>From a project's records to their families' rows.</summary>
internal sealed class RedcapRows(RedcapCheck check, RedcapRequest request, Stamp stamp)
{
    private const int AtOnce = 32;

    /// <param name="enrol">Makes the family of a record that has none.</param>
    /// <param name="read">Reads the family of a record that came before.</param>
    /// <param name="ask">Whether the family would take these forms.</param>
    public async Task<IReadOnlyCollection<FamilyRows>> Ready(
        Func<RedcapRecord, Enrolment, Task<Decision<FamilyState>>> enrol, Func<FamilyId, Task<Decision<FamilyState>>> read, Func<FamilyState, ImmutableArray<IntakeForm>, Task<ImmutableArray<IntakeCheck>>> ask, CancellationToken cancellation)
    {
        var ready = new ConcurrentBag<FamilyRows>();
        await Parallel.ForEachAsync(check.Project.Records.Where(r => !r.Forms.IsEmpty), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (record, _) =>
        {
            var known = check.There.TryGetValue(record.Id, out var id) ? await read(id) : await EnrolmentOf(record).Match(e => enrol(record, e), why => Task.FromResult<Decision<FamilyState>>(why));
            if (known is Decision<FamilyState>.Accepted(var family))
                ready.Add(await FamilyRows.Check(forms => ask(family, forms), family, check.Frame, [.. record.Forms.Select(f => (Row(record, f, family), check.Waves[f.Event]))], stamp, check.Faults));
            else if (known is Decision<FamilyState>.Refused(var why))
                foreach (var form in record.Forms) check.Faults.Add(new(form.Row, null, null, why.Code, why.Sentence));
        });
        return ready;
    }

    /// <summary>The record as a family of one.</summary>
    private Decision<Enrolment> EnrolmentOf(RedcapRecord record)
    {
        var (first, isChild) = (record.Forms.Min(f => f.CompletedOn), request.Terms.Forms.Subject == InstrumentSubject.Child);
        if (isChild && record.Birth is null) return RedcapImportRefusals.NoBirth;
        var member = new NewMember(isChild ? MemberRole.Child : MemberRole.Parent, record.Birth, Sex.NotKnown, first);
        return new Enrolment(request.Site, check.Study.CohortOf(record.Arm, check.Frame.Design), record.Id, first, [member])
        {
            Approacher = "REDCap", ConsentedOn = first, ConsentGivenBy = isChild ? "child" : "parent", Consents = request.Consents,
        };
    }

    private ResponseRow Row(RedcapRecord record, RedcapForm form, FamilyState family)
    {
        var member = family.Members[0].Id.ToString();
        return new(form.Row, form.Instrument.Subject == InstrumentSubject.Family ? family.Id.ToString() : member, record.Id, "", member, form.CompletedOn, FormMode.Online, form.Instrument.Language, request.Reason, form.Instrument, form.Answers)
        {
            Aside = form.Aside, Content = form.Content,
        };
    }
}
