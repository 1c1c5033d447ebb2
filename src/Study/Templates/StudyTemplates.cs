using System.Text.Json;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Templates;

/// <summary>The templates built into this assembly, by name.</summary>
public static class StudyTemplates
{
    private const string Folder = "Templates/";
    private const string Suffix = ".json";

    private static readonly JsonSerializerOptions Options = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static IEnumerable<string> Names => typeof(StudyTemplates).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal);

    /// <summary>The template of that name; <c>null</c> where there is none.</summary>
    public static StudyTemplate? Find(string name)
    {
        using var stream = typeof(StudyTemplates).Assembly.GetManifestResourceStream($"{Folder}{name}{Suffix}");
        return stream is null ? null : JsonSerializer.Deserialize<StudyTemplate>(stream, Options);
    }

    /// <summary>Throws <see cref="JsonException"/> where the text is no template; unknown properties are faults.</summary>
    public static StudyTemplate Read(string text) => JsonSerializer.Deserialize<StudyTemplate>(text, Options)!;
}
