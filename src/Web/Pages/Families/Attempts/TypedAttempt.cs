using System.Globalization;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.Attempts;

/// <summary>One attempt as typed.</summary>
public sealed class TypedAttempt
{
    /// <summary>The rule's fields and where they stand on the page.</summary>
    public static readonly (string Rule, string Page)[] Fields =
    [
        ("mode", "Typed.Mode"), ("outcome", "Typed.Outcome"), ("at", "Typed.On"), ("number", "Typed.Number"), ("note", "Typed.Note"), ("next", "Typed.Next"), ("nextOn", "Typed.NextOn"), ("reason", "Typed.Reason"),
    ];

    public AttemptMode? Mode { get; set; } = AttemptMode.Telephone;

    public string Outcome { get; set; } = "";

    public TypedDate On { get; set; } = new();

    public string Time { get; set; } = "";

    public string Number { get; set; } = "";

    public string Note { get; set; } = "";

    public NextStep Next { get; set; }

    public TypedDate NextOn { get; set; } = new();

    public bool Against { get; set; }

    public string Reason { get; set; } = "";

    public static TypedAttempt At(DateTime local) => new() { On = TypedDate.Of(DateOnly.FromDateTime(local)), Time = local.ToString("HH:mm", CultureInfo.InvariantCulture) };

    public ContactAttempt Read(TypedFields typed, StudyDesign design, MemberId? with, string by)
    {
        var mode = typed.Chosen(Mode, "Typed.Mode", "Choose how you tried.");
        if (Outcome.Length == 0) typed.Fault("Typed.Outcome", AttemptRefusals.OutcomeUnchosen.Sentence);
        var day = typed.Read(On.Read("Typed.On", "day"));
        if (!TimeOnly.TryParseExact(Time.Trim(), ["H:mm", "HH:mm", "H.mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) typed.Fault("Typed.Time", "Enter the time, such as 14:30.");
        DateOnly? next = NextOn.IsEmpty ? null : typed.Read(NextOn.Read("Typed.NextOn", "next day"));
        var at = typed.Read(LocalTimes.At(design.TimeZone, day, time).At(("at", "Typed.Time")));
        return new(mode, at.ToUniversalTime(), by, Outcome, with, Note.Trim(), Next, next) { AgainstSafety = Against };
    }
}
