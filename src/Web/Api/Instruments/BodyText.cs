using System.Text;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>A body that is read as text, up to a length: what is longer is cut one character beyond it, so that the reader sees that it was too long.</summary>
internal static class BodyText
{
    public static async Task<string> Of(HttpRequest request, int most)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = new StringBuilder();
        var block = new char[16 * 1024];
        while (text.Length <= most && await reader.ReadAsync(block, request.HttpContext.RequestAborted) is var read and > 0) text.Append(block, 0, read);
        return text.ToString();
    }
}
