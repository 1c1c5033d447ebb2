using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Buffers.Text;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>A row that can be taken, or that is there already, and what quality rules find in its form.</summary>
internal sealed record ReadyForm(ResponseRow Row, IntakeForm Form, bool IsThere, ImmutableArray<QualityHit> Warnings);

/// <summary>One family's rows that can be taken, and how many rows only repeat a row above.</summary>
internal sealed record FamilyRows(FamilyId Family, IReadOnlyList<ReadyForm> Forms, int Already)
{
    /// <param name="ask">Whether the family would take these forms.</param>
    /// <param name="rows">All of the family's rows, each with its wave.</param>
    public static async Task<FamilyRows> Check(
        Func<ImmutableArray<IntakeForm>, Task<ImmutableArray<IntakeCheck>>> ask, FamilyState family, StudyFrame frame, IReadOnlyList<(ResponseRow Row, WaveCode Wave)> rows, Stamp stamp, ConcurrentBag<RowFault> faults)
    {
        var forms = new List<(ResponseRow Row, IntakeForm Form)>(rows.Count);
        var repeated = 0;
        foreach (var place in rows.Select(r => (r.Row, Form: Placed(family, frame, r.Wave, r.Row, stamp, faults))).Where(r => r.Form is not null).GroupBy(r => r.Form!.Entry.Place))
        {
            var several = place.ToList();
            if (several.FirstOrDefault(r => r.Form!.Stamp.Operation != several[0].Form!.Stamp.Operation) is not { Form: not null } other)
            {
                forms.Add((several[0].Row, several[0].Form!));
                repeated += several.Count - 1;
                continue;
            }
            // which of them is right is not for the file's order to say
            foreach (var (row, form) in several) faults.Add(ResponseRowFaults.Of(row, ImportRefusals.SamePlace(form!.Stamp.Operation == other.Form!.Stamp.Operation ? several[0].Row.Row : other.Row.Row)));
        }
        var checks = forms.Count == 0 ? [] : await ask([.. forms.Select(f => f.Form)]);
        for (var i = 0; i < checks.Length; i++) if (checks[i].Why is { } why) faults.Add(ResponseRowFaults.Of(forms[i].Row, why));
        return new(family.Id, [.. forms.Zip(checks).Where(f => f.Second.Why is null).Select(f => new ReadyForm(f.First.Row, f.First.Form, f.Second.IsThere, f.Second.Warnings))], repeated);
    }

    private static IntakeForm? Placed(FamilyState family, StudyFrame frame, WaveCode wave, ResponseRow row, Stamp stamp, ConcurrentBag<RowFault> faults)
    {
        MemberId? named = MemberId.TryParse(row.Id, null, out var member) ? member : null;
        var place = FormParties.Place(family, frame, row.Instrument, wave, named, row.Respondent, row.CompletedOn);
        if (place is Decision<FormPlace>.Accepted(var at)) return Form(row, at, stamp);
        faults.Add(ResponseRowFaults.Of(row, ((Decision<FormPlace>.Refused)place).Why));
        return null;
    }

    private static IntakeForm Form(ResponseRow row, FormPlace place, Stamp stamp) => new(
        new FormEntry(place, row.Instrument.Version, row.CompletedOn, row.Mode, row.Language, row.Answers) { Aside = row.Aside },
        stamp with { Operation = OperationOf(place, row), Why = row.Reason.Length == 0 ? null : row.Reason });

    /// <summary>The same row at the same place is the same operation, whenever and from whichever file it comes.</summary>
    private static OperationId OperationOf(FormPlace place, ResponseRow row) =>
        new($"row-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}\n{row.Content}")))}");
}
