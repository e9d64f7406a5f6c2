using System.CommandLine;
using Directives.Local;
using Directives.Local.Verbs;

var root = new RootCommand("Directive: everyone owes something by a date, and Directive remembers.")
{
    ServeVerb.Create(),
    VerifyVerb.Create(),
    YearVerb.Create(),
    BenchVerb.Create(),
};
ServeVerb.AddTo(root);
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (CannotStartException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
