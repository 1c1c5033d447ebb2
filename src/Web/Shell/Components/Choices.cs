namespace SosLongitudinal.Web.Shell.Components;

/// <summary>Choices made from the cases of a closed list.</summary>
public static class Choices
{
    public static IEnumerable<Choice> Of<TCase>(Func<TCase, string> words, Func<TCase, string?>? hint = null) where TCase : struct, Enum =>
        Enum.GetValues<TCase>().Select(c => new Choice(c.ToString(), words(c), hint?.Invoke(c)));
}
