using System.Text;
using SosLongitudinal.Extracts.Codebooks;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>A codebook in one of its forms. Pages are shown; everything else is downloaded under the name of the file that it belongs to.</summary>
internal sealed record CodebookAnswer(string Syntax, string ContentType, Action<Codebook, Stream> Write)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static CodebookAnswer? Find(string syntax) => syntax switch
    {
        "xml" => new("ddi.xml", "application/xml", DdiCodebook.Write),
        "html" => new("html", "text/html; charset=utf-8", (book, output) => Text(output, writer => HtmlCodebook.Write(book, writer))),
        _ when SetupSyntax.Find(syntax) is { } setup => new(setup.Name, "text/plain; charset=utf-8", (book, output) => Text(output, writer => setup.Write(book, writer))),
        _ => null,
    };

    public IResult Of(Codebook book)
    {
        var made = new MemoryStream();
        Write(book, made);
        return Results.Bytes(made.ToArray(), ContentType, Syntax == "html" ? null : Path.ChangeExtension(book.FileName, Syntax));
    }

    private static void Text(Stream output, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        write(writer);
    }
}
