using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw Contract.Only;
}

public class FunctionsApplicationBuilder
{
    internal FunctionsApplicationBuilder() => throw Contract.Only;

    public ConfigurationManager Configuration => throw Contract.Only;

    public ILoggingBuilder Logging => throw Contract.Only;

    public IServiceCollection Services => throw Contract.Only;

    public IHost Build() => throw Contract.Only;
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => throw Contract.Only;
}
