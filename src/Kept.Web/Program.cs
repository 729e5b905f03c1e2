using Kept.Web.Commands;

return await KeptCommand.RunAsync(args);
