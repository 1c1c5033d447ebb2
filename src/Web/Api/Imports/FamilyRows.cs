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

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>A row that can be taken, or that is there already.</summary>
internal sealed record ReadyForm(ResponseRow Row, IntakeForm Form, bool IsThere);

/// <summary>One family's rows that can be taken, and how many rows only repeat a row above.</summary>
internal sealed record FamilyRows(FamilyId Family, IReadOnlyList<ReadyForm> Forms, int Already)
{
    public static async Task<FamilyRows> Check(
        IGrainFactory grains, FamilyState family, StudyFrame frame, WaveCode wave, List<ResponseRow> rows, Stamp stamp, ConcurrentBag<RowFault> faults)
    {
        var forms = new List<(ResponseRow Row, IntakeForm Form)>(rows.Count);
        var repeated = 0;
        foreach (var row in rows)
        {
            MemberId? named = MemberId.TryParse(row.Id, null, out var member) ? member : null;
            switch (FormParties.Place(family, frame, row.Instrument, wave, named, row.Respondent, row.CompletedOn))
            {
                case Decision<FormPlace>.Refused(var why):
                    faults.Add(ResponseImport.Fault(row, why));
                    break;
                case Decision<FormPlace>.Accepted(var place):
                    var form = Form(row, place, stamp);
                    var above = forms.FindIndex(f => f.Form.Entry.Place == place);
                    if (above < 0) forms.Add((row, form));
                    else if (forms[above].Form.Stamp.Operation == form.Stamp.Operation) repeated++;
                    else faults.Add(ResponseImport.Fault(row, ImportRefusals.SamePlace(forms[above].Row.Row)));
                    break;
            }
        }
        var checks = forms.Count == 0 ? [] : await grains.Intake(family.Id).Check([.. forms.Select(f => f.Form)]);
        for (var i = 0; i < checks.Length; i++) if (checks[i].Why is { } why) faults.Add(ResponseImport.Fault(forms[i].Row, why));
        return new(family.Id, [.. forms.Zip(checks).Where(f => f.Second.Why is null).Select(f => new ReadyForm(f.First.Row, f.First.Form, f.Second.IsThere))], repeated);
    }

    private static IntakeForm Form(ResponseRow row, FormPlace place, Stamp stamp) => new(
        new FormEntry(place, row.Instrument.Version, row.CompletedOn, row.Mode, row.Language, row.Answers) { Aside = row.Aside },
        stamp with { Operation = OperationOf(place, row), Why = row.Reason.Length == 0 ? null : row.Reason });

    /// <summary>The same row at the same place is the same operation, whenever and from whichever file it comes.</summary>
    private static OperationId OperationOf(FormPlace place, ResponseRow row) =>
        new($"row-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}\n{row.Content}")))}");
}
