using System.CommandLine;
using System.CommandLine.Parsing;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary>A form as the command line names it and every list prints it: <c>7K2QM4A/t1/sdq-p-4-17/C1X/P1Y</c>; members with or without their family in front.</summary>
internal readonly record struct FormRef(FamilyId Family, FormPlace Place)
{
    /// <summary>Below <c>/api/v1/</c>.</summary>
    public string Path => $"families/{Family}/forms/{Place}";

    /// <summary>How a form of this respondent is filled in where nobody says it.</summary>
    public FormMode UsualMode => Place.Respondent == Party.CaseFile ? FormMode.CaseFile : FormMode.Paper;

    public override string ToString() => $"{Family}/{Place.Wave}/{Place.Instrument}/{Short(Place.Subject)}/{Short(Place.Respondent)}";

    public static Argument<FormRef> Argument(string name = "form", string what = "The form") => new(name)
    {
        Description = $"{what}: FAMILY/WAVE/INSTRUMENT/SUBJECT/RESPONDENT, as lists print it.",
        CustomParser = result =>
        {
            if (TryParse(result.Tokens.Single().Value, out var form)) return form;
            result.AddError($"'{result.Tokens.Single().Value}' names no form. A form is FAMILY/WAVE/INSTRUMENT/SUBJECT/RESPONDENT with its check characters, as lists print it.");
            return default;
        },
    };

    private static bool TryParse(string text, out FormRef form)
    {
        form = default;
        if (text.Split('/') is not [var family, var wave, var instrument, var subject, var respondent]) return false;
        if (!FamilyId.TryParse(family, null, out var id) || !WaveCode.TryParse(wave, null, out var at) || !InstrumentId.TryParse(instrument, null, out var on)) return false;
        if (PartyOf(id, subject) is not { } about || PartyOf(id, respondent) is not { } from) return false;
        form = new(id, new(at, on, about, from));
        return true;
    }

    private string Short(Party party) => party.IsMember ? $"{party}".Replace($"{Family}-", "", StringComparison.Ordinal) : $"{party}";

    private static Party? PartyOf(FamilyId family, string text) =>
        Party.TryParse(text, null, out var party) || Party.TryParse($"{family}-{text}", null, out party) ? party : null;
}
