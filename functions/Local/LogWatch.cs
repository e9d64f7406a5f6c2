using Directives.Dossiers;

namespace Directives.Local;

/// <summary>Writes down what the watch could not do; the table of a dossier, never whose it is.</summary>
internal sealed partial class LogWatch(ILogger log)
{
    public void Failed(DossierId id, Exception e) => Failed(log, id.Table, e);

    [LoggerMessage(LogLevel.Error, "A dossier of {Table} could not be brought up to date; it is tried again in a minute.")]
    private static partial void Failed(ILogger log, Tables.Table table, Exception e);
}
