using System.CommandLine;
using System.CommandLine.Invocation;
using Directives;
using Directives.Local.Verbs;
using Directives.Tables;

var root = new RootCommand("Directive: everyone owes something by a date, and Directive remembers.")
{
    ServeVerb.Create(),
    VerifyVerb.Create(),
    AccessVerb.Create(),
    AuditVerb.Create(),
    KeysVerb.Create(),
    ExportVerb.Create(),
    ImportVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
    MailCheckVerb.Create(),
    MailEventsVerb.Create(),
    YearVerb.Create(),
    WhatIfVerb.Create(),
    BenchVerb.Create(),
    CostVerb.Create(),
};
ServeVerb.AddTo(root);
var call = root.Parse(args);
if (call.Action is ParseErrorAction)
{
    Console.Error.WriteLine($"{string.Join(' ', call.Errors.Select(e => e.Message))} See --help.");
    return 2;
}

try
{
    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is CannotStartException or TablesUnusableException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
