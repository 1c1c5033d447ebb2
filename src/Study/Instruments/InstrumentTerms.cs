namespace SosLongitudinal.Study.Instruments;

/// <summary>Who or what a form is about.</summary>
public enum InstrumentSubject { Family = 0, Child = 1, Carer = 2, Worker = 3, Site = 4 }

/// <summary>In which part somebody answers.</summary>
public enum RespondentRole { Parent = 0, Carer = 1, Teacher = 2, Self = 3, Worker = 4, Researcher = 5 }

/// <summary>The time that the questions ask about.</summary>
public enum RecallPeriod { SixMonths = 0, LastMonth = 1, SinceLastInterview = 2, Present = 3 }

/// <summary>
/// What kind of answer an item takes; <see cref="Codes"/> is "select all that apply". Times (<c>14:30</c>), instants (<c>2016-03-01T14:30</c>) and rankings
/// (codes, best first: <c>3 1 2</c>) are held as text in that one form. A note takes no answer; a computed item is never keyed.
/// </summary>
public enum ItemType { Code = 0, Number = 1, Text = 2, Date = 3, Codes = 4, Time = 5, DateTime = 6, Ranking = 7, Note = 8, Computed = 9 }

/// <summary>How a score is kept: as a whole number, a half rounded up (away from what banks do), or with two decimals.</summary>
public enum RoundingRule { HalfUp = 0, None = 1 }

/// <summary>What a scale makes of its items.</summary>
public enum ScaleMethod { Sum = 0, Mean = 1 }

/// <summary>Completed years of age for which a form is made; both ends are inside.</summary>
public sealed record AgeRange(int Min, int Max)
{
    public bool Contains(int years) => years >= Min && years <= Max;

    public override string ToString() => $"{Min} to {Max}";
}

public static class ItemTypes
{
    /// <summary>Whether its answers are texts in one form, as <see cref="TextForms"/> makes them.</summary>
    public static bool IsTextForm(this ItemType type) => type is ItemType.Time or ItemType.DateTime or ItemType.Ranking;

    /// <summary>Whether its answers are codes of a choice list.</summary>
    public static bool TakesChoices(this ItemType type) => type is ItemType.Code or ItemType.Codes or ItemType.Ranking;

    /// <summary>Whether a person answers it.</summary>
    public static bool IsKeyed(this ItemType type) => type is not (ItemType.Note or ItemType.Computed);
}
