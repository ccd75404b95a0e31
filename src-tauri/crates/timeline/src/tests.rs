mod fixture;
mod frames;
mod patches;
mod samples;
