using SosLongitudinal.Study.Contacts;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>How somebody may safely be reached, in lines that may be carried about: no number is on paper, not even one that must not be used.</summary>
internal static class SafetyLines
{
    public static IEnumerable<string> Of(SafeContact safety)
    {
        if (safety.DoNotVisit) yield return "Do not visit.";
        if (safety.DoNotCall) yield return "Do not call.";
        if (safety.DoNotText) yield return "Do not text.";
        if (safety.DoNotEmail) yield return "Do not e-mail.";
        if (safety.NoLetters) yield return "Send no letters.";
        if (safety.NoMessages) yield return "Leave no messages.";
        if (!safety.UnsafeNumbers.IsEmpty) yield return "Some numbers must never be used: look them up before you call.";
        if (!safety.Hours.IsEmpty) yield return $"Only at: {string.Join(", ", safety.Hours)}.";
        if (safety.SafeTimes.Length > 0) yield return $"Safe times: {safety.SafeTimes}";
        if (safety.CodeWord.Length > 0) yield return $"Code word: {safety.CodeWord}";
    }
}
