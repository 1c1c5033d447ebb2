using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Web.Pages.Extracts.Program;

/// <summary>Short programs that read one file of the study. The token comes from the environment, so that no program holds one.</summary>
public static class Snippets
{
    public const string Token = "SOS_TOKEN";

    /// <param name="address">The file's whole address.</param>
    public static string R(string address, FileFormat format)
    {
        var read = OfR(format);
        return $"""
            # Sys.setenv({Token} = "...") once, outside of your program: or put it into ~/.Renviron
            address <- "{address}"
            file <- tempfile(fileext = ".{format.Name}")
            download.file(address, file, mode = "wb", quiet = TRUE,
                          headers = c(Authorization = paste("Bearer", Sys.getenv("{Token}"))))
            d <- {read}
            """.ReplaceLineEndings("\n") + "\n";
    }

    public static string Python(string address, FileFormat format)
    {
        var (library, read) = OfPython(format);
        return $"""
            import io, os
            import requests
            {library}

            answer = requests.get("{address}",
                                  headers=dict(Authorization="Bearer " + os.environ["{Token}"]), timeout=600)
            answer.raise_for_status()
            d = {read}
            """.ReplaceLineEndings("\n") + "\n";
    }

    /// <param name="server">The address of the study.</param>
    public static string Command(string server, string dataset, string shape, FileFormat format, string missing, string frame) =>
        $"sos extract {dataset} --shape {shape} --format {format.Name}{(missing == "empty" ? "" : $" --missing {missing}")}{(frame == "study" ? "" : $" --frame {frame}")} -o {dataset}-{shape}.{format.Name} --server {server}\n";

    public static string Redcap(string server) => $"""
        library(REDCapR)
        d <- redcap_read(redcap_uri = "{server}/redcap/api/", token = Sys.getenv("{Token}"))$data
        """.ReplaceLineEndings("\n") + "\n";

    private static string OfR(FileFormat format) => format.Name switch
    {
        "csv" => "read.csv(file, na.strings = \"\", check.names = FALSE, fileEncoding = \"UTF-8\")",
        "tsv" => "read.delim(file, na.strings = \"\", check.names = FALSE, fileEncoding = \"UTF-8\")",
        "jsonl" => "jsonlite::stream_in(file(file), verbose = FALSE)",
        "parquet" => "arrow::read_parquet(file)",
        "arrow" => "arrow::read_feather(file)",
        "sav" or "zsav" => "haven::read_sav(file, user_na = TRUE)",
        "dta" => "haven::read_dta(file)",
        _ => "readxl::read_excel(file)",
    };

    private static (string Library, string Read) OfPython(FileFormat format) => format.Name switch
    {
        "csv" => ("import pandas", "pandas.read_csv(io.BytesIO(answer.content))"),
        "tsv" => ("import pandas", "pandas.read_csv(io.BytesIO(answer.content), sep=\"\\t\")"),
        "jsonl" => ("import pandas", "pandas.read_json(io.BytesIO(answer.content), lines=True)"),
        "parquet" => ("import pandas", "pandas.read_parquet(io.BytesIO(answer.content))"),
        "arrow" => ("import pyarrow.ipc", "pyarrow.ipc.open_file(io.BytesIO(answer.content)).read_all().to_pandas()"),
        "sav" or "zsav" => ("import tempfile, pyreadstat", Tempfile("pyreadstat.read_sav(f.name, user_missing=True)[0]", format)),
        "dta" => ("import pandas", "pandas.read_stata(io.BytesIO(answer.content))"),
        _ => ("import pandas", "pandas.read_excel(io.BytesIO(answer.content))"),
    };

    private static string Tempfile(string read, FileFormat format) =>
        $"None\nwith tempfile.NamedTemporaryFile(suffix=\".{format.Name}\") as f:\n    f.write(answer.content)\n    f.flush()\n    d = {read}";
}
