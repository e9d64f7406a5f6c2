using Directives.Dossiers;
using Directives.Mail;
using Microsoft.Extensions.Logging;

namespace Directives.Chasing;

/// <summary>Writes down what the watch could not do; the table of a dossier, never whose it is.</summary>
public sealed partial class LogWatch(ILogger log)
{
    public void Failed(DossierId id, Exception e) => Failed(log, id.Table, e);

    /// <summary>A letter could not leave: why, never whose and never what it says.</summary>
    public void Failed(MailFaultException fault)
    {
        if (fault is MailRefusedException) Refused(log, fault.Message);
        else PutOff(log, fault.Message);
    }

    [LoggerMessage(LogLevel.Error, "A dossier of {Table} could not be brought up to date; it is tried again in a minute.")]
    private static partial void Failed(ILogger log, Tables.Table table, Exception e);

    [LoggerMessage(LogLevel.Warning, "A letter could not leave and is tried again later: {Why}.")]
    private static partial void PutOff(ILogger log, string why);

    [LoggerMessage(LogLevel.Warning, "A letter is refused for good: {Why}. The office's page on the post lists it.")]
    private static partial void Refused(ILogger log, string why);
}
